import { blame, praise } from '../data/reviews.ts'
import type { SeedContext } from '../seedContext.ts'
import { createRandom } from '../support/createRandom.ts'
import { inLanes } from '../support/inLanes.ts'
import type { SeedStep } from '../support/planter.ts'
import { reviewPairs } from './reviewPairs.ts'

const COUNT = 32

/** Reviews, most of them good; bad ones are answered, the latest wait for a moderator. */
export async function seedReviews(context: SeedContext): Promise<void> {
  const { customers, manager: by, planter } = context
  const { moments } = planter
  const pairs = await reviewPairs(context, COUNT)
  await inLanes(pairs, async (pair, index) => {
    const name = `review-${String(index + 1).padStart(2, '0')}`
    const random = createRandom(name)
    const isBad = index % 4 === 3
    const [rating, title, text] = random.one(isBad ? blame : praise)
    const at = moments.ago(29 - Math.floor(index * 0.9), random.between(9, 22), index)
    const later = moments.after(at, random.between(30, 900))
    const answer: SeedStep[] =
      isBad && index < 24
        ? [{ at: moments.after(later, 60), by, data: { reply: { text: apology } } }]
        : []
    const verdict = index === 9 || index === 18 ? 'rejected' : 'approved'
    const story =
      index >= COUNT - 5 ? [] : [{ at: later, by, data: { status: verdict } }, ...answer]
    const author = customers.find(({ id }) => id === pair.author)
    await planter.plant({
      collection: 'reviews',
      name,
      at,
      same: { and: [{ product: { equals: pair.product } }, { author: { equals: pair.author } }] },
      data: {
        ...pair,
        authorEmail: author?.email,
        rating,
        title,
        text,
        status: 'pending',
      },
      story,
    })
  })
}

const apology =
  'Простите, что подвели. Уже написали вам на почту: заменим бесплатно или вернём деньги.'
