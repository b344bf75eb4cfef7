import type { CollectionSlug } from 'payload'

import type { MarketingWorld } from './marketingWorld.ts'

/** One way of writing a document, as an administrator. */
export type Way = {
  name: string
  create: (slug: CollectionSlug, data: Record<string, unknown>) => Promise<number>
  update: (slug: CollectionSlug, id: number, data: Record<string, unknown>) => Promise<void>
}

/** GraphQL's names of a collection, such as `EmailCampaign`. */
const typeNames: Readonly<Record<string, string>> = {
  posts: 'Post',
  comments: 'Comment',
  'newsletter-subscribers': 'NewsletterSubscriber',
  'email-campaigns': 'EmailCampaign',
}

/** REST, GraphQL and the Local API. */
export function threeWays(world: () => MarketingWorld): Way[] {
  return [rest(world), graphql(world), local(world)]
}

function rest(world: () => MarketingWorld): Way {
  const call = async (method: string, path: string, data: unknown): Promise<number> => {
    const { rest: send, as } = world()
    const answer = await send(method, path, data, { user: as.admin })
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
    return Number(answer.body.doc['id'])
  }
  return {
    name: 'REST',
    create: (slug, data) => call('POST', `/${slug}`, data),
    update: async (slug, id, data) => void (await call('PATCH', `/${slug}/${id}`, data)),
  }
}

function graphql(world: () => MarketingWorld): Way {
  const call = async (mutation: string, field: string): Promise<number> => {
    const { graphql: send, as } = world()
    const { data, errors } = await send(`mutation { ${mutation} { id } }`, { user: as.admin })
    if (errors.length > 0) throw new Error(errors.join('; '))
    const written = data?.[field]
    if (typeof written === 'object' && written !== null && 'id' in written)
      return Number(written.id)
    throw new Error(`${field} answered without an id`)
  }
  const nameOf = (slug: string): string => typeNames[slug] ?? slug
  return {
    name: 'GraphQL',
    create: (slug, data) =>
      call(`create${nameOf(slug)}(data: ${literal(data)})`, `create${nameOf(slug)}`),
    update: async (slug, id, data) => {
      const name = `update${nameOf(slug)}`
      await call(`${name}(id: ${id}, data: ${literal(data)})`, name)
    },
  }
}

function local(world: () => MarketingWorld): Way {
  return {
    name: 'Local API',
    create: async (collection, data) =>
      Number((await world().payload.create({ collection, data })).id),
    update: async (collection, id, data) => {
      await world().payload.update({ collection, id, data })
    },
  }
}

const enums: ReadonlySet<string> = new Set(['status', '_status', 'locale', 'relationTo'])

/** JSON as GraphQL writes it; the members that are select fields stand without quotes. */
function literal(value: unknown, key = ''): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, key)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, inner]) => `${name}: ${literal(inner, name)}`)
    return `{ ${members.join(', ')} }`
  }
  return enums.has(key) ? String(value) : JSON.stringify(value)
}
