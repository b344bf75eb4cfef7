import { badges, type CourseFacts, courses } from '../data/school.ts'
import type { Person, SeedContext } from '../seedContext.ts'
import { createRandom } from '../support/createRandom.ts'
import { inLanes } from '../support/inLanes.ts'

const COUNT = 26
const open = courses.filter(({ isDraft }) => !isDraft)

type Study = { name: string; person: Person; course: CourseFacts; index: number }

/** Students at every stage: enrolled, on their way, done with a certificate, gone. */
export async function seedStudents(context: SeedContext): Promise<void> {
  const studies = Array.from({ length: COUNT }, (_, index): Study | undefined => {
    const course = open[index % open.length]
    const person = context.customers[(index * 5 + Math.floor(index / 8)) % context.customers.length]
    if (!course || !person) return undefined
    return { name: `${course.slug}-${person.email}`, person, course, index }
  })
  // By student, because achievements of one student take turns.
  await inLanes(studies, async (study) => {
    if (study) await plantStudy(context, study)
  })
}

async function plantStudy(context: SeedContext, study: Study): Promise<void> {
  const { manager: by, planter } = context
  const { course, index, name, person } = study
  const { moments } = planter
  const isGone = index % 9 === 8
  const at = moments.ago(29 - index, 10, index)
  const enrollment = await planter.plant({
    collection: 'course-enrollments',
    name,
    at,
    data: {
      user: person.id,
      course: planter.id('courses', course.slug),
      source: course.price ? 'order' : 'self',
    },
  })
  const done = isGone ? 1 : lessonsDone(study)
  await plantProgress(context, { ...study, at, done })
  if (isGone) {
    await planter.amend('course-enrollments', name, {
      at: moments.after(at, 6_000),
      by,
      data: { status: 'cancelled', note: 'Попросил вернуть деньги: не подошло время.' },
    })
  } else if (done > 0) {
    await planter.amend('course-enrollments', name, {
      at: moments.after(at, 60 + done * 900),
      data: {},
    })
  }
  if (done === course.lessons.length) {
    await planter.adopt({
      collection: 'certificates',
      name,
      at: moments.after(at, 60 + done * 900),
      where: { enrollment: { equals: enrollment } },
    })
  }
  await plantBadges(context, { ...study, at, done })
}

/** Whoever began earlier is further on. */
function lessonsDone({ course, index, name }: Study): number {
  if (index > COUNT - 5) return 0
  const random = createRandom(`study ${name}`)
  if (index < 14 && random.chance(0.6)) return course.lessons.length
  return random.between(1, course.lessons.length - 1)
}

type Progress = Study & { at: string; done: number }

async function plantProgress({ planter }: SeedContext, progress: Progress): Promise<void> {
  const { at, course, done, name, person } = progress
  const isUnderWay = done > 0 && done < course.lessons.length
  const count = isUnderWay ? done + 1 : done
  for (let lesson = 1; lesson <= count; lesson += 1) {
    const minutes = course.lessons[lesson - 1]?.[2] ?? 10
    const isDone = lesson <= done
    await planter.plant({
      collection: 'lesson-progress',
      name: `${name}-${lesson}`,
      at: planter.moments.after(at, 60 + lesson * 900),
      data: {
        user: person.id,
        lesson: planter.id('lessons', `${course.slug}-${lesson}`),
        ...(isDone
          ? { status: 'completed', percent: 100, secondsWatched: minutes * 60 }
          : { status: 'in_progress', percent: 40, secondsWatched: minutes * 24 }),
      },
    })
  }
}

async function plantBadges({ planter }: SeedContext, progress: Progress): Promise<void> {
  const { at, course, done, index, person } = progress
  const earned = badges.filter(
    ({ code }) =>
      (code === 'first-lesson' && done > 0) ||
      (code === 'course-done' && done === course.lessons.length) ||
      (code === 'helper' && index % 7 === 2),
  )
  for (const { code } of earned) {
    await planter.plant({
      collection: 'achievements',
      name: `${person.email}-${code}`,
      at: planter.moments.after(at, 120 + done * 900),
      same: { and: [{ user: { equals: person.id } }, { code: { equals: code } }] },
      data: { user: person.id, type: planter.id('achievement-types', code) },
    })
  }
}
