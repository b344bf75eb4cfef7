import { inTransaction } from '../../src/http/inTransaction.ts'
import { toggleLike } from '../../collections/content/likes/toggleLike.ts'
import { posts, talk } from '../data/posts.ts'
import type { SeedContext } from '../seedContext.ts'
import { createRandom } from '../support/createRandom.ts'
import { inLanes } from '../support/inLanes.ts'
import { richText } from '../support/richText.ts'
import { plantPicture } from './plantPicture.ts'

const rubrics = [
  { slug: 'coffee-notes', ru: 'О кофе', en: 'On coffee' },
  { slug: 'school-notes', ru: 'О школе', en: 'On the school' },
  { slug: 'news', ru: 'Новости', en: 'News' },
] as const

/** The blog, what readers say below it, and what they like. */
export async function seedContent(context: SeedContext): Promise<void> {
  const { manager: by, planter, staff } = context
  for (const { en, ru, slug } of rubrics) {
    await planter.plant({
      collection: 'post-categories',
      name: slug,
      at: planter.moments.ago(64, 10),
      same: { slug: { equals: slug } },
      by,
      data: { title: ru, slug },
      en: { title: en },
    })
  }
  await inLanes(posts, async (post, index) => {
    const { en, isDraft, motif, ru, rubric, slug } = post
    const cover = await plantPicture(context, `post-${slug}`, { ru: ru[0], en: en[0], motif })
    await planter.plant({
      collection: 'posts',
      name: slug,
      at: planter.moments.ago(isDraft ? 1 : 28 - index * 4, 9, index),
      same: { slug: { equals: slug } },
      by,
      data: {
        title: ru[0],
        excerpt: ru[1],
        content: richText(ru[1], `# ${ru[0]}`, ru[2]),
        slug,
        cover,
        author: index % 2 === 0 ? staff.anna : staff.olga,
        categories: [planter.id('post-categories', rubric)],
        tags: [rubric === 'news' ? 'новости' : 'кофе'],
        ...(isDraft ? { _status: 'draft' } : {}),
      },
      en: {
        title: en[0],
        excerpt: en[1],
        content: richText(en[1], `# ${en[0]}`, en[2]),
      },
    })
  })
  for (const [index] of talk.entries()) await plantComment(context, index)
}

async function plantComment(context: SeedContext, index: number): Promise<void> {
  const { customers, manager: by, planter } = context
  const line = talk[index]
  const author = customers[(index * 3 + 2) % customers.length]
  if (!line || !author) return
  const { moments } = planter
  const at = moments.ago(27 - index, 19, index)
  const moderatedAt = moments.after(at, 45)
  const { answers, post, status, text } = line
  const isGuest = index % 5 === 4
  const comment = await planter.plant({
    collection: 'comments',
    name: `comment-${index + 1}`,
    at,
    data: {
      text,
      target: { relationTo: 'posts', value: planter.id('posts', post) },
      status: 'pending',
      ...(isGuest ? { authorName: author.name, authorEmail: author.email } : { author: author.id }),
      ...(answers === undefined ? {} : { parent: planter.id('comments', `comment-${answers}`) }),
    },
    story: status === 'pending' ? [] : [{ at: moderatedAt, by, data: { status } }],
  })
  if (status === 'approved') await like(context, comment, { index, at: moderatedAt })
}

/** Likes are rows of their own and a count; given here as the site gives them. Likes that stand are left alone. */
async function like(
  { customers, payload, planter: { moments } }: SeedContext,
  commentId: number,
  { at, index }: { index: number; at: string },
): Promise<void> {
  const random = createRandom(`likes ${index}`)
  const count = random.between(0, 5)
  const { totalDocs } = await payload.count({
    collection: 'comment-likes',
    where: { comment: { equals: commentId } },
  })
  if (totalDocs > 0) return
  await inTransaction(payload, async ({ sql }) => {
    for (let place = 0; place < count; place += 1) {
      const userId = customers[(index * 7 + place * 5) % customers.length]?.id
      if (userId === undefined) continue
      const likedAt = moments.after(at, 30 + place * 55)
      await toggleLike({ sql, commentId, userId, isActive: true, at: likedAt })
    }
  })
}
