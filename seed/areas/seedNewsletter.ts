import type { SeedContext } from '../seedContext.ts'
import { createRandom } from '../support/createRandom.ts'
import { inLanes } from '../support/inLanes.ts'
import type { SeedStep } from '../support/planter.ts'

const lists = [
  { slug: 'shop-news', ru: 'Новости магазина', en: 'Shop news', isPublic: true },
  { slug: 'school-news', ru: 'Новости школы', en: 'School news', isPublic: true },
  { slug: 'partners', ru: 'Партнёры и кофейни', en: 'Partners and cafés', isPublic: false },
] as const

const others = [
  'guest.reader@mail.example',
  'cafe.bereg@mail.example',
  'kofe.na.uglu@mail.example',
  'office.sever@mail.example',
] as const

/** Lists, and subscribers in every state. */
export async function seedNewsletter(context: SeedContext): Promise<void> {
  const { customers, manager: by, planter } = context
  const { moments } = planter
  for (const { en, isPublic, ru, slug } of lists) {
    await planter.plant({
      collection: 'newsletter-lists',
      name: slug,
      at: moments.ago(65, 11),
      same: { slug: { equals: slug } },
      by,
      data: { title: ru, slug, isPublic },
      en: { title: en },
    })
  }
  const readers = [
    ...customers
      .slice(0, 34)
      .map(({ email, id, language, name }) => ({ email, id, language, name })),
    ...others.map((email) => ({ email, id: undefined, language: 'ru' as const, name: undefined })),
  ]
  await inLanes(readers, async ({ email, id, language, name }, index) => {
    const random = createRandom(`reader ${email}`)
    const at = moments.ago(60 - index, random.between(9, 22), index)
    await planter.plant({
      collection: 'newsletter-subscribers',
      name: email,
      at,
      same: { email: { equals: email } },
      data: {
        email,
        ...(name ? { name } : {}),
        ...(id ? { user: id } : {}),
        status: 'pending',
        locale: language,
        source: random.one(['site', 'site', 'checkout', 'import']),
        lists: [
          planter.id('newsletter-lists', random.one(['shop-news', 'shop-news', 'school-news'])),
        ],
        tags: random.chance(0.3) ? ['зерно'] : [],
        consent: { text: 'Согласен получать письма магазина «Зерно».', at },
      },
      story: storyOf(index, at, context),
    })
  })
}

/** Every seventh never confirmed, some left, two addresses broke and one complained. */
function storyOf(index: number, at: string, { planter: { moments } }: SeedContext): SeedStep[] {
  if (index % 7 === 6) return []
  const confirmedAt = moments.after(at, 9)
  const confirmed = { at: confirmedAt, data: { status: 'subscribed' } }
  const later = moments.after(confirmedAt, 11_000)
  if (index === 3 || index === 17) return [confirmed, { at: later, data: { status: 'bounced' } }]
  if (index === 11) return [confirmed, { at: later, data: { status: 'complained' } }]
  if (index % 8 !== 5) return [confirmed]
  const left = { status: 'unsubscribed', unsubscribeReason: 'Слишком часто.' }
  return [confirmed, { at: later, data: left }]
}
