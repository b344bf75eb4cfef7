import type { SeedContext } from '../seedContext.ts'
import { createRandom, type Random } from '../support/createRandom.ts'
import { inLanes } from '../support/inLanes.ts'
import type { Planter, SeedStep } from '../support/planter.ts'
import { orderContact, orderLines } from './orderFacts.ts'

const COUNT = 84
const DAYS = 30

/** A month of orders, about three a day, as far on as their age allows. */
export async function seedOrders(context: SeedContext): Promise<void> {
  await inLanes(Array.from({ length: COUNT }), async (_, index) => {
    const name = `order-${String(index + 1).padStart(3, '0')}`
    const random = createRandom(name)
    const age = DAYS - Math.floor((index * DAYS) / COUNT)
    const at = context.planter.moments.ago(age - 1, random.between(8, 21), random.between(0, 59))
    const { customers, planter } = context
    const person = customers[random.between(0, customers.length - 1)]
    if (!person) return
    await planter.plant({
      collection: 'orders',
      name,
      at,
      data: {
        items: orderLines(context, random),
        ...orderContact(person, random, random.chance(0.2)),
        ...(random.chance(0.15) ? { discount: { amount: 200, currency: 'RUB' } } : {}),
        ...(random.chance(0.2) ? { comment: random.one(comments) } : {}),
      },
      story: storyOf({ context, random, at, age }),
    })
  })
}

const comments = [
  'Позвоните за час до доставки.',
  'Смелите под турку, пожалуйста.',
  'Это подарок, положите открытку.',
  'Оставьте у консьержа.',
] as const

type Story = { context: SeedContext; random: Random; at: string; age: number }

/** Young orders wait or are just paid; old ones are done, and a few went wrong. */
function storyOf({ age, at, context, random }: Story): SeedStep[] {
  const { manager: by, planter } = context
  const { moments }: Planter = planter
  const luck = random.next()
  if (age <= 2 && luck < 0.4) return []
  if (luck > 0.9) {
    return [{ at: moments.after(at, random.between(60, 2_000)), by, data: { status: 'cancelled' } }]
  }
  const paidAt = moments.after(at, random.between(4, 240))
  const paid = { at: paidAt, data: { status: 'paid' } }
  if (age <= 3) return [paid]
  const completedAt = moments.after(paidAt, random.between(900, 4_000))
  const completed = { at: completedAt, by, data: { status: 'completed' } }
  if (luck > 0.84 && age > 8) {
    const refundedAt = moments.after(completedAt, random.between(2_000, 6_000))
    const note = 'Вернули деньги: пачка пришла повреждённой.'
    return [paid, completed, { at: refundedAt, by, data: { status: 'refunded', note } }]
  }
  return [paid, completed]
}
