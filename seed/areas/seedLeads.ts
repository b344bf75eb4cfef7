import { calls } from '../data/deals.ts'
import type { SeedContext } from '../seedContext.ts'
import { createRandom } from '../support/createRandom.ts'
import { inLanes } from '../support/inLanes.ts'
import { leadStory } from './leadStory.ts'

/** Leads that came by phone, letter or word of mouth, at every stage. */
export async function seedLeads(context: SeedContext): Promise<void> {
  const { planter } = context
  await inLanes(calls, async ([company, name, message, value, status], index) => {
    const random = createRandom(`lead ${name}`)
    const at = planter.moments.ago(26 - index * 2, random.between(9, 18), index)
    await planter.plant({
      collection: 'leads',
      name: `call-${index + 1}`,
      at,
      data: {
        name,
        ...(company ? { company } : {}),
        phone: `+7 916 400-20-${String(10 + index)}`,
        message,
        source: random.one(['phone', 'email', 'referral', 'messenger']),
        ...(value === null ? {} : { value: { amount: value, currency: 'RUB' } }),
      },
      story: leadStory(context, { at, status }),
    })
  })
}
