import type { SeedContext } from '../seedContext.ts'
import { createRandom } from '../support/createRandom.ts'
import { orderContact, orderLines } from './orderFacts.ts'

const COUNT = 18
const campaigns = [
  { source: 'yandex', medium: 'cpc', campaign: 'coffee-beans' },
  { source: 'vk', medium: 'social', campaign: 'november' },
  { source: 'newsletter', medium: 'email', campaign: 'new-harvest' },
] as const

/** Carts that are being filled, that were forgotten, and that became orders. */
export async function seedCarts(context: SeedContext): Promise<void> {
  const { customers, planter } = context
  const { moments } = planter
  for (let index = 0; index < COUNT; index += 1) {
    const name = `cart-${String(index + 1).padStart(2, '0')}`
    const random = createRandom(name)
    const fate = (['converted', 'abandoned', 'active'] as const)[index % 3] ?? 'active'
    const age = fate === 'active' ? 0 : 1 + index
    const at = fate === 'active' ? moments.ago(0, 23, 59) : moments.ago(age, 12, index)
    const person = customers[(index * 3) % customers.length]
    if (!person) continue
    const isGuest = index % 4 === 3
    const items = orderLines(context, random)
    const cart = await planter.plant({
      collection: 'carts',
      name,
      at,
      data: {
        items: items.map(({ product, quantity }) => ({ product, quantity })),
        ...(isGuest
          ? { name: person.name, email: person.email, phone: person.phone }
          : { user: person.id }),
        language: person.language,
        ...(random.chance(0.6) ? { utm: random.one(campaigns) } : {}),
        lastChangedAt: at,
      },
    })
    if (fate !== 'converted') continue
    const orderedAt = moments.after(at, random.between(6, 90))
    const order = await planter.plant({
      collection: 'orders',
      name: `of-${name}`,
      at: orderedAt,
      data: { items, cart, ...orderContact(person, random, isGuest), source: 'site' },
      story: [{ at: moments.after(orderedAt, 12), data: { status: 'paid' } }],
    })
    await planter.amend('carts', name, { at: orderedAt, data: { status: 'converted', order } })
  }
}
