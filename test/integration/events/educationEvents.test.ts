import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { openSchool, type SchoolWorld } from '../../support/events/schoolWorld.ts'

let school: SchoolWorld
beforeAll(async () => {
  school = await openSchool()
}, 300_000)
afterAll(async () => school?.destroy())

/** The ways of writing; `id` undefined: create. GraphQL takes the mutation's tail by itself. */
type Write = { collection: string; id?: number; data: Record<string, unknown> }
const graphqlNames: Record<string, string> = {
  'course-enrollments': 'CourseEnrollment',
  'lesson-progress': 'LessonProgress',
  achievements: 'Achievement',
  certificates: 'Certificate',
}
const statuses: Record<string, string> = {
  'course-enrollments': 'enrolled',
  certificates: 'valid',
}
const literal = (value: unknown, key = ''): string => {
  if (key === 'status') return String(value)
  return JSON.stringify(value)
}
const paths: [string, (write: Write) => Promise<unknown>][] = [
  [
    'REST',
    async ({ collection, data, id }) => {
      const method = id === undefined ? 'POST' : 'PATCH'
      const path = id === undefined ? `/${collection}` : `/${collection}/${id}`
      const answer = await school.rest(method, path, data, { user: school.as.manager })
      expect(answer.status).toBe(id === undefined ? 201 : 200)
    },
  ],
  [
    'GraphQL',
    async ({ collection, data, id }) => {
      // The status has a default everywhere; only GraphQL wants it said.
      const status = statuses[collection]
      const given = id === undefined && status ? { status, ...data } : data
      const fields = Object.entries(given).map(([key, value]) => `${key}: ${literal(value, key)}`)
      const name = `${id === undefined ? 'create' : 'update'}${graphqlNames[collection]}`
      const target = id === undefined ? '' : `id: ${id}, `
      const source = `mutation { ${name}(${target}data: { ${fields.join(', ')} }) { id } }`
      const answer = await school.graphql(source, { user: school.as.manager })
      expect(answer.errors).toEqual([])
    },
  ],
  [
    'the Local API',
    ({ collection, data, id }) =>
      id === undefined
        ? school.payload.create({ collection, data })
        : school.payload.update({ collection, id, data }),
  ],
]

describe.each(paths)('through %s', (_name, write) => {
  test('EV-03 course.enrolled: an enrollment is created', async () => {
    const user = await school.student()
    const course = await school.course()
    expect(
      await school.types(() =>
        write({ collection: 'course-enrollments', data: { user: user.id, course } }),
      ),
    ).toEqual(['course.enrolled'])
  })

  test('EV-03 course.started: the status became active', async () => {
    const { enrollment } = await school.studying()
    const events = await school.events(() =>
      write({ collection: 'course-enrollments', id: enrollment, data: { status: 'active' } }),
    )
    expect(events.map(({ type }) => type)).toEqual(['course.started'])
    expect(events[0]?.data.current['startedAt']).toEqual(expect.any(String))
  })

  test('EV-03 course.completed, and certificate.issued in the same transaction', async () => {
    const { enrollment } = await school.studying()
    expect(
      await school.types(() =>
        write({ collection: 'course-enrollments', id: enrollment, data: { status: 'completed' } }),
      ),
    ).toEqual(['course.completed', 'certificate.issued'])
  })

  test('EV-03 lesson.started: status in progress, and the course starts with its first lesson', async () => {
    const { lessons, user } = await school.studying()
    expect(
      await school.types(() =>
        write({
          collection: 'lesson-progress',
          data: { user: user.id, lesson: lessons[0], status: 'in_progress' },
        }),
      ),
    ).toEqual(['lesson.started', 'course.started'])
  })

  test('EV-03 lesson.progress_updated: the percent changed', async () => {
    const { lessons, user } = await school.studying()
    const id = await school.progress(user, Number(lessons[0]), { percent: 30 })
    const events = await school.events(() =>
      write({ collection: 'lesson-progress', id, data: { percent: 60 } }),
    )
    expect(events.map(({ type }) => type)).toEqual(['lesson.progress_updated'])
    expect(events[0]?.data).toMatchObject({ percentFrom: 30, percentTo: 60 })
  })

  test('EV-03 lesson.completed: status completed', async () => {
    const { lessons, user } = await school.studying()
    const id = await school.progress(user, Number(lessons[0]), { percent: 30 })
    expect(
      await school.types(() =>
        write({ collection: 'lesson-progress', id, data: { status: 'completed' } }),
      ),
    ).toEqual(['lesson.progress_updated', 'lesson.completed'])
  })

  test('EV-03 course.completed: the last lesson is done', async () => {
    const { lessons, user } = await school.studying(1)
    const id = await school.progress(user, Number(lessons[0]), { percent: 30 })
    expect(
      await school.types(() =>
        write({ collection: 'lesson-progress', id, data: { status: 'completed' } }),
      ),
    ).toEqual([
      'lesson.progress_updated',
      'lesson.completed',
      'course.completed',
      'certificate.issued',
    ])
  })

  test('EV-03 achievement.earned: an award', async () => {
    const user = await school.student()
    expect(
      await school.types(() =>
        write({ collection: 'achievements', data: { user: user.id, title: 'Первый шаг' } }),
      ),
    ).toEqual(['achievement.earned'])
  })

  test('EV-03 achievement.milestone: marked as one, at once', async () => {
    const user = await school.student()
    const events = await school.events(() =>
      write({
        collection: 'achievements',
        data: { user: user.id, title: 'Выпускник', isMilestone: true },
      }),
    )
    expect(events.map(({ type }) => type)).toEqual(['achievement.earned', 'achievement.milestone'])
    expect(events[1]?.data).toMatchObject({ count: 1, milestone: null })
  })

  test('EV-03 achievement.milestone: marked as one later', async () => {
    const user = await school.student()
    const { id } = await school.payload.create({
      collection: 'achievements',
      data: { user: user.id, title: 'Выпускник' },
    })
    expect(
      await school.types(() =>
        write({ collection: 'achievements', id: Number(id), data: { isMilestone: true } }),
      ),
    ).toEqual(['achievement.milestone'])
  })

  test('EV-03 certificate.issued: by hand', async () => {
    const { course, enrollment } = await school.studying()
    await school.payload.update({
      collection: 'courses',
      id: course,
      locale: 'en',
      data: { title: 'Roasting' },
    })
    const events = await school.events(() =>
      write({ collection: 'certificates', data: { enrollment } }),
    )
    expect(events.map(({ type }) => type)).toEqual(['certificate.issued'])
    expect(events[0]?.data.current['courseTitle']).toEqual({ ru: 'Обжарка', en: 'Roasting' })
  })
})
