import { products } from '../data/products.ts'
import type { SeedContext } from '../seedContext.ts'

/** Who reviews what; each pair once. */
type ReviewPair = { product: number; author: number }

/** As many pairs as wanted: mostly of people who have paid for the thing, every third of somebody who has not. */
export async function reviewPairs(context: SeedContext, count: number): Promise<ReviewPair[]> {
  const { customers, planter } = context
  const bought = await paidPairs(context)
  const ids = products
    .filter(({ isDraft }) => !isDraft)
    .map(({ slug }) => planter.id('products', slug))
  const others = ids.flatMap((product, row) =>
    customers.map(({ id }, column) => ({
      product,
      author: id,
      order: (column * 7 + row * 3) % 41,
    })),
  )
  others.sort((one, other) => one.order - other.order)
  const taken = new Map<string, ReviewPair>()
  const take = (pairs: ReviewPair[]): void => {
    const free = pairs.find(({ author, product }) => !taken.has(`${author}/${product}`))
    if (free) taken.set(`${free.author}/${free.product}`, free)
  }
  for (let index = 0; index < count; index += 1)
    take(index % 3 === 2 ? others : [...bought, ...others])
  return [...taken.values()]
}

async function paidPairs({ payload }: SeedContext): Promise<ReviewPair[]> {
  const { docs } = await payload.find({
    collection: 'orders',
    where: { and: [{ paidAt: { exists: true } }, { customer: { exists: true } }] },
    sort: 'id',
    limit: 200,
    depth: 0,
  })
  return docs.flatMap(({ customer, items }) => {
    const product: unknown = Array.isArray(items) ? items[0]?.product : undefined
    return typeof customer === 'number' && typeof product === 'number'
      ? [{ author: customer, product }]
      : []
  })
}
