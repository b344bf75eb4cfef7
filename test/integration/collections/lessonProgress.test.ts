import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Role } from '../../../collections/access/role.ts'
import { openSchool, type SchoolWorld } from '../../support/events/schoolWorld.ts'

let school: SchoolWorld
beforeAll(async () => {
  school = await openSchool()
}, 300_000)
afterAll(async () => school?.destroy())

const russian = { 'accept-language': 'ru' }
const text = (body: unknown): string => JSON.stringify(body).replaceAll('\\"', '"')
const report = (body: unknown, user?: { token: string }, headers = {}) =>
  school.rest('POST', '/lesson-progress/report', body, { user, headers })
const patch = (id: number, data: Record<string, unknown>, headers = {}) =>
  school.rest('PATCH', `/lesson-progress/${id}`, data, { user: school.as.manager, headers })

describe('EV-10 progress in a lesson', () => {
  test('is made from a user and a lesson; enrollment and course are found', async () => {
    const { course, enrollment, lessons, user } = await school.studying(1)
    const answer = await school.rest(
      'POST',
      '/lesson-progress?depth=0',
      { user: user.id, lesson: lessons[0] },
      { user: school.as.manager },
    )
    expect(answer.status).toBe(201)
    expect(answer.body.doc).toMatchObject({
      enrollment,
      course,
      status: 'not_started',
      percent: 0,
      secondsWatched: 0,
      startedAt: null,
    })
    expect((await school.row('course-enrollments', enrollment))['status']).toBe('enrolled')
  })

  test('needs an enrollment, and says so in both languages', async () => {
    const user = await school.student()
    const lesson = await school.lesson(await school.course())
    const create = (headers = {}) =>
      school.rest(
        'POST',
        '/lesson-progress',
        { user: user.id, lesson },
        { user: school.as.admin, headers },
      )
    expect(text((await create()).body)).toContain('This user is not enrolled in the course')
    expect(text((await create(russian)).body)).toContain('Этот пользователь не записан на курс')
    expect((await create()).status).toBe(400)
  })

  test('is one per user and lesson, also when two are made at once', async () => {
    const { lessons, user } = await school.studying(1)
    const create = () =>
      school.rest(
        'POST',
        '/lesson-progress',
        { user: user.id, lesson: lessons[0] },
        { user: school.as.admin, headers: russian },
      )
    const answers = await Promise.all([create(), create()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400])
    expect(answers.map(({ body }) => text(body)).join()).toContain('уже есть прогресс')
  })

  test.each([
    ['a user', { user: null }, 'user'],
    ['a lesson that exists', { lesson: 999_999 }, 'lesson'],
    ['a lesson that could exist', { lesson: 1e12 }, 'lesson'],
    ['a known status', { status: 'asleep' }, 'status'],
    ['a percent up to 100', { percent: 101 }, 'percent'],
    ['a percent from 0', { percent: -1 }, 'percent'],
    ['whole seconds', { secondsWatched: 0.5 }, 'secondsWatched'],
  ])('needs %s', async (_what, data, field) => {
    const { lessons, user } = await school.studying(1)
    const answer = await school.rest(
      'POST',
      '/lesson-progress',
      { user: user.id, lesson: lessons[0], ...data },
      { user: school.as.admin },
    )
    expect(answer.status).toBe(400)
    expect(text(answer.body)).toContain(`"path":"${field}"`)
  })

  test('agrees with itself: percent, status and dates', async () => {
    const { lessons, user } = await school.studying(1)
    const id = await school.progress(user, Number(lessons[0]), { percent: 40 })
    expect(await school.row('lesson-progress', id)).toMatchObject({
      status: 'in_progress',
      startedAt: expect.any(String),
      lastActivityAt: expect.any(String),
      completedAt: null,
    })
    await patch(id, { percent: 100 })
    expect(await school.row('lesson-progress', id)).toMatchObject({
      status: 'completed',
      completedAt: expect.any(String),
    })
    await patch(id, { percent: 10 })
    expect(await school.row('lesson-progress', id)).toMatchObject({
      status: 'completed',
      percent: 100,
    })
  })

  test('staff reset it; then the student begins anew', async () => {
    const { enrollment, lessons, user } = await school.studying(2)
    const lesson = Number(lessons[0])
    const id = await school.progress(user, lesson, { status: 'completed' })
    const events = await school.types(() => patch(id, { status: 'not_started' }))
    expect(events).toEqual(['lesson.progress_updated'])
    expect(await school.row('lesson-progress', id)).toMatchObject({
      percent: 0,
      startedAt: null,
      completedAt: null,
    })
    expect(await school.row('course-enrollments', enrollment)).toMatchObject({
      lessonsDone: 0,
      progressPercent: 0,
      status: 'active',
    })
    expect(await school.types(() => report({ lesson, percent: 30 }, user))).toEqual([
      'lesson.started',
      'lesson.progress_updated',
    ])
  })

  test('resetting a lesson of a completed course leaves the course completed', async () => {
    const { enrollment, lessons, user } = await school.studying(1)
    const id = await school.progress(user, Number(lessons[0]), { status: 'completed' })
    await patch(id, { status: 'not_started' })
    expect(await school.row('course-enrollments', enrollment)).toMatchObject({
      status: 'completed',
      lessonsDone: 1,
      progressPercent: 100,
    })
    expect(await school.types(() => patch(id, { status: 'completed' }))).toEqual([
      'lesson.progress_updated',
      'lesson.completed',
    ])
  })

  test('deleted by an administrator, the enrollment counts again', async () => {
    const { enrollment, lessons, user } = await school.studying(2)
    const id = await school.progress(user, Number(lessons[0]), { status: 'completed' })
    expect((await school.row('course-enrollments', enrollment))['lessonsDone']).toBe(1)
    const answer = await school.rest(
      'DELETE',
      `/lesson-progress/${id}?select[status]=true`,
      undefined,
      {
        user: school.as.admin,
      },
    )
    expect(answer.status).toBe(200)
    expect((await school.row('course-enrollments', enrollment))['lessonsDone']).toBe(0)
  })

  test('the enrollment shows the average of the published lessons', async () => {
    const { course, enrollment, lessons, user } = await school.studying(3)
    const draft = await school.lesson(course, { _status: 'draft' })
    await school.progress(user, draft, { percent: 90 })
    await school.progress(user, Number(lessons[0]), { status: 'completed' })
    await school.progress(user, Number(lessons[1]), { percent: 50 })
    expect(await school.row('course-enrollments', enrollment)).toMatchObject({
      lessonsDone: 1,
      lessonsTotal: 3,
      progressPercent: 50,
    })
  })

  test('EV-11 completed → in_progress is refused in the language of the caller', async () => {
    const { lessons, user } = await school.studying(2)
    const id = await school.progress(user, Number(lessons[0]), { status: 'completed' })
    const english = await patch(id, { status: 'in_progress' })
    expect(english.status).toBe(400)
    expect(text(english.body)).toContain('from "completed" to "in_progress"')
    expect(text((await patch(id, { status: 'in_progress' }, russian)).body)).toContain(
      'Статус «completed» нельзя сменить на «in_progress»',
    )
    const { errors } = await school.graphql(
      `mutation { updateLessonProgress(id: ${id}, data: { status: in_progress }) { id } }`,
      { user: school.as.admin },
    )
    expect(text(errors)).toContain('The status cannot change')
  })
})

describe('a student reports', () => {
  test('and is answered with progress and enrollment; percent and seconds only grow', async () => {
    const { enrollment, lessons, user } = await school.studying(2)
    const [lesson] = lessons
    const first = await report({ lesson, percent: 41.4, secondsWatched: 120 }, user)
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({
      progress: { lesson, percent: 41, status: 'in_progress', secondsWatched: 120 },
      enrollment: { id: enrollment, status: 'active', progressPercent: 20 },
    })
    const later = await report({ lesson, percent: 10, secondsWatched: 60 }, user)
    expect(later.body).toMatchObject({ progress: { percent: 41, secondsWatched: 120 } })
  })

  test('lesson ids written as text are the same ids', async () => {
    const { lessons, user } = await school.studying(2)
    const answer = await report({ lesson: String(lessons[0]), percent: 5 }, user)
    expect(answer.body).toMatchObject({ progress: { lesson: lessons[0] } })
  })

  test('a report that adds nothing still counts as activity', async () => {
    const { lessons, user } = await school.studying(2)
    const id = await school.progress(user, Number(lessons[0]), { percent: 50 })
    const long = '2026-01-01T00:00:00.000Z'
    await school.sql.query('UPDATE lesson_progress SET last_activity_at = $1 WHERE id = $2', [
      long,
      id,
    ])
    await report({ lesson: lessons[0], percent: 50 }, user)
    expect((await school.row('lesson-progress', id))['lastActivityAt']).not.toBe(long)
    await school.sql.query('UPDATE lesson_progress SET last_activity_at = $1 WHERE id = $2', [
      long,
      id,
    ])
    await patch(id, { percent: 50 })
    expect((await school.row('lesson-progress', id))['lastActivityAt']).toBe(long)
  })

  test('only on lessons of their own courses', async () => {
    const { course, lessons, user } = await school.studying(1)
    const stranger = await school.student()
    const draft = await school.lesson(course, { _status: 'draft' })
    const lesson = lessons[0]
    const refusals: [number, string, Promise<{ status: number; body: { errors: unknown } }>][] = [
      [403, 'FLOW_LESSON_NOT_ENROLLED', report({ lesson, percent: 1 }, stranger)],
      [403, 'FLOW_LESSON_NOT_ENROLLED', report({ lesson, percent: 1 }, school.as.admin)],
      [404, 'FLOW_LESSON_NOT_FOUND', report({ lesson: draft, percent: 1 }, user)],
      [404, 'FLOW_LESSON_NOT_FOUND', report({ lesson: 999_999, percent: 1 }, user)],
      [404, 'FLOW_LESSON_NOT_FOUND', report({ lesson: 'abc', percent: 1 }, user)],
      [401, 'FLOW_API_UNAUTHENTICATED', report({ lesson, percent: 1 })],
    ]
    for (const [status, code, answer] of refusals) {
      const { body, status: got } = await answer
      expect([got, body.errors]).toMatchObject([status, [{ code }]])
    }
    const ru = await report({ lesson, percent: 1 }, stranger, russian)
    expect(ru.body.errors[0]?.message).toBe('вы не записаны на курс этого урока')
  })

  test('not in an enrollment that was cancelled', async () => {
    const { enrollment, lessons, user } = await school.studying(1)
    await school.payload.update({
      collection: 'course-enrollments',
      id: enrollment,
      data: { status: 'cancelled' },
    })
    const answer = await report({ lesson: lessons[0], percent: 1 }, user)
    expect([answer.status, answer.body.errors]).toMatchObject([
      409,
      [{ code: 'FLOW_ENROLLMENT_CANCELLED' }],
    ])
  })

  test.each([
    {},
    { percent: 5 },
    { lesson: 1 },
    { lesson: 1, percent: 101 },
    { lesson: 1, percent: -1 },
    { lesson: 1, percent: '5' },
    { lesson: 1, completed: false },
    { lesson: 1, percent: 5, secondsWatched: -1 },
    { lesson: 1, percent: 5, secondsWatched: 1e30 },
    { lesson: { id: 1 }, percent: 5 },
    { lesson: 1, percent: 5, user: 2 },
    [],
  ])('nonsense is refused by name: %j', async (body) => {
    const answer = await report(body, school.as.customer)
    expect(answer.status).toBe(400)
    expect(answer.body.errors).toMatchObject([{ code: 'FLOW_API_INPUT_INVALID' }])
  })

  test('in a course already completed, which stays as it is', async () => {
    const { course, enrollment, lessons, user } = await school.studying(1)
    await report({ lesson: lessons[0], completed: true }, user)
    const extra = await school.lesson(course)
    expect(await school.types(() => report({ lesson: extra, completed: true }, user))).toEqual([
      'lesson.completed',
    ])
    expect(await school.row('course-enrollments', enrollment)).toMatchObject({
      status: 'completed',
      lessonsTotal: 1,
    })
  })

  test('what a lesson taken off the site left open is completed by the next report', async () => {
    const { enrollment, lessons, user } = await school.studying(2)
    await report({ lesson: lessons[0], completed: true }, user)
    await school.payload.update({
      collection: 'lessons',
      id: Number(lessons[1]),
      data: { _status: 'draft' },
    })
    expect(await school.row('course-enrollments', enrollment)).toMatchObject({
      status: 'active',
      progressPercent: 100,
    })
    expect(await school.types(() => report({ lesson: lessons[0], completed: true }, user))).toEqual(
      ['course.completed', 'certificate.issued'],
    )
  })
})

describe('EV-10 access to progress', () => {
  test.each<[Role | undefined, number, number, number, number]>([
    ['admin', 201, 200, 200, 200],
    ['manager', 201, 200, 200, 403],
    ['viewer', 403, 200, 403, 403],
    ['customer', 403, 404, 403, 403],
    [undefined, 403, 403, 403, 403],
  ])('%s: create %d, read %d, update %d, delete %d', async (role, create, read, update, remove) => {
    const { lessons, user } = await school.studying(2)
    const options = { user: role ? school.as[role] : undefined }
    const path = `/lesson-progress/${await school.progress(user, Number(lessons[0]))}`
    const fresh = { user: user.id, lesson: lessons[1] }
    const statuses = [
      (await school.rest('POST', '/lesson-progress', fresh, options)).status,
      (await school.rest('GET', path, undefined, options)).status,
      (await school.rest('PATCH', path, { secondsWatched: 1 }, options)).status,
      (await school.rest('DELETE', path, undefined, options)).status,
    ]
    expect(statuses).toEqual([create, read, update, remove])
  })

  test('a student finds their own only', async () => {
    const { lessons, user } = await school.studying(1)
    const other = await school.studying(1)
    const own = await school.progress(user, Number(lessons[0]))
    await school.progress(other.user, Number(other.lessons[0]))
    const { body } = await school.rest('GET', '/lesson-progress', undefined, { user })
    expect(body.docs.map(({ id }) => id)).toEqual([own])
  })
})
