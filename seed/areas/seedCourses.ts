import { badges, type CourseFacts, courses } from '../data/school.ts'
import type { SeedContext } from '../seedContext.ts'
import { inLanes } from '../support/inLanes.ts'
import { richText } from '../support/richText.ts'
import { plantPicture } from './plantPicture.ts'

/** Courses with their lessons, and the badges of the school. */
export async function seedCourses(context: SeedContext): Promise<void> {
  await inLanes(courses, (course, index) => plantCourse(context, course, index))
  const { manager: by, planter } = context
  for (const { code, en, isMilestone, points, ru } of badges) {
    const icon = await plantPicture(context, `badge-${code}`, { ru, en, motif: 'medal' })
    await planter.plant({
      collection: 'achievement-types',
      name: code,
      at: planter.moments.ago(66, 14),
      same: { code: { equals: code } },
      by,
      data: { title: ru, code, points, isMilestone, icon },
      en: { title: en },
    })
  }
}

async function plantCourse(
  context: SeedContext,
  course: CourseFacts,
  index: number,
): Promise<void> {
  const { manager: by, planter, staff } = context
  const { about, en, hours, isDraft, lessons, level, motif, policy, price, ru, slug, teacher } =
    course
  const cover = await plantPicture(context, `course-${slug}`, { ru, en, motif })
  const draft = isDraft ? { _status: 'draft' } : {}
  const at = planter.moments.ago(isDraft ? 4 : 68 - index, 12)
  const id = await planter.plant({
    collection: 'courses',
    name: slug,
    at,
    same: { slug: { equals: slug } },
    by,
    data: {
      title: ru,
      summary: about.ru,
      description: richText(
        '# О курсе',
        about.ru,
        'Занимайтесь в своём темпе: уроки остаются у вас навсегда.',
      ),
      slug,
      level,
      cover,
      durationHours: hours,
      teacher: staff[teacher],
      enrollmentPolicy: policy,
      ...(price ? { price: { amount: price[0], currency: 'RUB' } } : {}),
      ...draft,
    },
    en: {
      title: en,
      summary: about.en,
      description: richText(
        '# About the course',
        about.en,
        'Study at your own pace: the lessons stay yours.',
      ),
      ...(price ? { price: { amount: price[1], currency: 'USD' } } : {}),
    },
  })
  for (const [place, [title, english, minutes]] of lessons.entries()) {
    await planter.plant({
      collection: 'lessons',
      name: `${slug}-${place + 1}`,
      at: planter.moments.after(at, 20 + place * 15),
      by,
      data: {
        title,
        course: id,
        order: place + 1,
        durationMinutes: minutes,
        freePreview: place === 0,
        content: richText(
          `Урок «${title}». Посмотрите запись, повторите дома и отметьте урок пройденным.`,
        ),
        ...draft,
      },
      en: {
        title: english,
        content: richText(
          `Lesson “${english}”. Watch it, repeat it at home, then mark it as done.`,
        ),
      },
    })
  }
}
