import type { BillingWorld, Doc } from './billingWorld.ts'

/** What a way of saving needs of the application under test. */
type World = Pick<BillingWorld, 'rest' | 'graphql' | 'payload' | 'as'>

/** One way of saving a document, as a person or as code. */
export type WayOfSaving = {
  name: string
  create: (world: World, slug: string, data: Record<string, unknown>) => Promise<Doc>
  update: (world: World, slug: string, id: number, data: Record<string, unknown>) => Promise<Doc>
}

/** GraphQL's names of the collections. */
const names: Readonly<Record<string, string>> = {
  subscriptions: 'Subscription',
  'subscription-payments': 'SubscriptionPayment',
  services: 'Service',
  bookings: 'Booking',
  orders: 'Order',
  products: 'Product',
  users: 'User',
}

/** Members that GraphQL takes as words of an enum, without quotes. */
const enums = new Set([
  'status',
  '_status',
  'currency',
  'provider',
  'unit',
  'issue',
  'source',
  'role',
  'locale',
])

/** REST, GraphQL and the Local API: every event means the same in each. */
export const threeWays: WayOfSaving[] = [
  {
    name: 'REST',
    create: async (world, slug, data) =>
      ok(await world.rest('POST', `/${slug}?depth=0`, data, { user: world.as.admin })),
    update: async (world, slug, id, data) =>
      ok(await world.rest('PATCH', `/${slug}/${id}?depth=0`, data, { user: world.as.admin })),
  },
  {
    name: 'GraphQL',
    create: (world, slug, data) =>
      graphql(world, `create${names[slug]}(data: ${literal(data)}) { id }`),
    update: (world, slug, id, data) =>
      graphql(world, `update${names[slug]}(id: ${id}, data: ${literal(data)}) { id }`),
  },
  {
    name: 'Local API',
    create: async ({ payload }, collection, data) =>
      (await payload.create({ collection, data })) as Doc,
    update: async ({ payload }, collection, id, data) =>
      (await payload.update({ collection, id, data })) as Doc,
  },
]

function ok({ body, status }: Awaited<ReturnType<BillingWorld['rest']>>): Doc {
  if (status !== 200 && status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body.doc as Doc
}

async function graphql(world: World, mutation: string): Promise<Doc> {
  const { data, errors } = await world.graphql(`mutation { saved: ${mutation} }`, {
    user: world.as.admin,
  })
  if (errors.length > 0) throw new Error(errors.join('; '))
  return data?.['saved'] as Doc
}

function literal(value: unknown, name = ''): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, inner]) => `${key}: ${literal(inner, key)}`)
    return `{ ${members.join(', ')} }`
  }
  return enums.has(name) ? String(value) : JSON.stringify(value)
}
