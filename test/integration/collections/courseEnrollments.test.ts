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

describe('EV-10 an enrollment', () => {
  test('is made from a user and a course', async () => {
    const user = await school.student()
    const course = await school.course()
    await school.lesson(course)
    await school.lesson(course, { _status: 'draft' })
    const answer = await school.rest(
      'POST',
      '/course-enrollments?depth=0',
      { user: user.id, course },
      { user: school.as.manager },
    )
    expect(answer.status).toBe(201)
    expect(answer.body.doc).toMatchObject({
      user: user.id,
      course,
      status: 'enrolled',
      progressPercent: 0,
      lessonsDone: 0,
      lessonsTotal: 1,
      source: 'staff',
    })
  })

  test.each([
    ['a user', { course: 1 }, 'user'],
    ['a course', { user: 1 }, 'course'],
    ['a user that is one id', { user: [1, 2], course: 1 }, 'user'],
    ['a course that is not an object', { user: 1, course: { name: 'x' } }, 'course'],
    ['a course that exists', { user: 1, course: 999_999 }, 'course'],
    ['a course that could exist', { user: 1, course: 99_999_999_999 }, 'course'],
    ['a course that is an id', { user: 1, course: 'x' }, 'course'],
    ['a user that exists', { user: 999_999, course: 1 }, 'user'],
    ['an order that exists', { order: 999_999 }, 'order'],
    ['a known status', { status: 'lost' }, 'status'],
  ])('needs %s', async (_what, data, field) => {
    await school.course()
    const answer = await school.rest('POST', '/course-enrollments', data, { user: school.as.admin })
    expect(answer.status).toBe(400)
    expect(text(answer.body)).toContain(`"path":"${field}"`)
  })

  test('is one per user and course, also when two are made at once', async () => {
    const user = await school.student()
    const course = await school.course()
    const create = () =>
      school.rest(
        'POST',
        '/course-enrollments',
        { user: user.id, course },
        { user: school.as.manager, headers: russian },
      )
    const answers = await Promise.all([create(), create(), create()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400])
    expect(answers.map(({ body }) => text(body)).join()).toContain(
      'Этот пользователь уже записан на этот курс.',
    )
    const english = await school.rest(
      'POST',
      '/course-enrollments',
      { user: user.id, course },
      { user: school.as.manager },
    )
    expect(text(english.body)).toContain('This user is already enrolled in this course.')
  })

  test('does not take counts and dates from a caller, nor another user later', async () => {
    const { enrollment, user } = await school.studying(1)
    const forged = {
      user: school.as.customer.id,
      progressPercent: 100,
      lessonsDone: 1,
      startedAt: '2001-01-01T00:00:00.000Z',
    }
    await school.rest('PATCH', `/course-enrollments/${enrollment}`, forged, {
      user: school.as.admin,
    })
    expect(await school.row('course-enrollments', enrollment)).toMatchObject({
      user: user.id,
      progressPercent: 0,
      lessonsDone: 0,
      startedAt: null,
    })
  })

  test.each([
    ['active', 'startedAt'],
    ['completed', 'completedAt'],
    ['cancelled', 'cancelledAt'],
  ])('that becomes %s notes %s, once', async (status, field) => {
    const { enrollment } = await school.studying(0)
    const patch = async (data: Record<string, unknown>) =>
      (
        await school.rest('PATCH', `/course-enrollments/${enrollment}`, data, {
          user: school.as.manager,
        })
      ).body.doc[field]
    const first = await patch({ status })
    expect(first).toEqual(expect.any(String))
    expect(await patch({ note: 'x' })).toBe(first)
  })

  test('an active one counts as having moved, so that it can stall', async () => {
    const { enrollment } = await school.studying(1)
    await school.payload.update({
      collection: 'course-enrollments',
      id: enrollment,
      data: { status: 'active' },
    })
    expect((await school.row('course-enrollments', enrollment))['lastProgressAt']).toEqual(
      expect.any(String),
    )
  })

  test('is found by the student’s address', async () => {
    const { enrollment, user } = await school.studying(0)
    const query = `where[student][like]=${encodeURIComponent(user.email)}`
    const { body, status } = await school.rest('GET', `/course-enrollments?${query}`, undefined, {
      user: school.as.viewer,
    })
    expect(status).toBe(200)
    expect(body.docs.map(({ id }) => id)).toEqual([enrollment])
    expect(body.docs[0]?.['student']).toBe(user.email)
  })

  test('outlives its student, and can still be closed', async () => {
    const { enrollment, lessons, user } = await school.studying(1)
    await school.progress(user, Number(lessons[0]), { percent: 5 })
    const removed = await school.rest('DELETE', `/users/${user.id}`, undefined, {
      user: school.as.admin,
    })
    expect(removed.status).toBe(200)
    const answer = await school.rest(
      'PATCH',
      `/course-enrollments/${enrollment}`,
      { status: 'cancelled' },
      { user: school.as.admin },
    )
    expect(answer.status).toBe(200)
    expect(answer.body.doc['user']).toBeNull()
  })

  test('takes its progress with it, and leaves the certificate', async () => {
    const { enrollment, lessons, user } = await school.studying(1)
    const progress = await school.progress(user, Number(lessons[0]), { status: 'completed' })
    const removed = await school.rest('DELETE', `/course-enrollments/${enrollment}`, undefined, {
      user: school.as.admin,
    })
    expect(removed.status).toBe(200)
    await expect(school.row('lesson-progress', progress)).rejects.toThrow()
    const { docs } = await school.payload.find({
      collection: 'certificates',
      where: { user: { equals: user.id } },
      depth: 0,
    })
    expect(docs).toMatchObject([{ enrollment: null, status: 'valid' }])
  })
})

describe('EV-11 illegal status changes of an enrollment', () => {
  test.each([
    ['completed', 'enrolled'],
    ['completed', 'active'],
    ['completed', 'cancelled'],
    ['cancelled', 'completed'],
    ['active', 'enrolled'],
  ])('%s → %s is refused over REST, GraphQL and the Local API', async (from, to) => {
    const user = await school.student()
    const id = await school.enroll(user, await school.course(), { status: from })
    const rest = await school.rest(
      'PATCH',
      `/course-enrollments/${id}`,
      { status: to },
      {
        user: school.as.admin,
      },
    )
    expect(rest.status).toBe(400)
    expect(text(rest.body)).toContain(`from "${from}" to "${to}"`)
    const { errors } = await school.graphql(
      `mutation { updateCourseEnrollment(id: ${id}, data: { status: ${to} }) { id } }`,
      { user: school.as.admin },
    )
    expect(text(errors)).toContain('The status cannot change')
    await expect(
      school.payload.update({ collection: 'course-enrollments', id, data: { status: to } }),
    ).rejects.toMatchObject({ status: 400 })
    expect((await school.row('course-enrollments', id))['status']).toBe(from)
  })

  test('in Russian for who reads Russian', async () => {
    const user = await school.student()
    const id = await school.enroll(user, await school.course(), { status: 'completed' })
    const answer = await school.rest(
      'PATCH',
      `/course-enrollments/${id}`,
      { status: 'active' },
      {
        user: school.as.admin,
        headers: russian,
      },
    )
    expect(text(answer.body)).toContain('Статус «completed» нельзя сменить на «active»')
  })

  test('who left may be enrolled again, in the same enrollment', async () => {
    const user = await school.student()
    const id = await school.enroll(user, await school.course(), { status: 'cancelled' })
    await school.payload.update({
      collection: 'course-enrollments',
      id,
      data: { status: 'enrolled' },
    })
    expect(await school.row('course-enrollments', id)).toMatchObject({
      status: 'enrolled',
      cancelledAt: null,
    })
  })
})

describe('joining a course oneself', () => {
  const join = (course: unknown, user?: { token: string }, headers = {}) =>
    school.rest('POST', '/course-enrollments/enroll', { course }, { user, headers })
  const price = (amount: number) => ({ price: { amount, currency: 'RUB' } })

  test.each([
    ['free', {}, 201],
    ['free by a price of 0', price(0), 201],
    ['paid', price(5000), 403],
    ['paid and open', { ...price(5000), enrollmentPolicy: 'open' }, 201],
    ['free and closed', { enrollmentPolicy: 'closed' }, 403],
    ['not published', { _status: 'draft' }, 404],
  ])('a course that is %s', async (_what, data, status) => {
    const user = await school.student()
    const answer = await join(await school.course(data), user)
    expect(answer.status).toBe(status)
    if (status === 201) {
      expect(answer.body['enrollment']).toMatchObject({ user: user.id, source: 'self' })
      expect(answer.body['enrollment']).not.toHaveProperty('note')
    }
  })

  test('a price in one language only is a price', async () => {
    const course = await school.course()
    await school.payload.update({
      collection: 'courses',
      id: course,
      locale: 'en',
      data: { title: 'Roasting', ...price(50) },
    })
    expect((await join(course, await school.student())).status).toBe(403)
  })

  test('is refused by name, in the caller’s language', async () => {
    const user = await school.student()
    const closed = await school.course({ enrollmentPolicy: 'closed' })
    const english = await join(closed, user)
    expect(english.body.errors).toMatchObject([
      { code: 'FLOW_COURSE_ENROLLMENT_CLOSED', message: 'this course cannot be joined by oneself' },
    ])
    const ru = await join(closed, user, russian)
    expect(ru.body.errors[0]?.message).toBe('на этот курс нельзя записаться самостоятельно')
    expect((await join(999_999, user)).body.errors).toMatchObject([
      { code: 'FLOW_COURSE_NOT_FOUND' },
    ])
    expect((await join(closed)).status).toBe(401)
    for (const bad of [null, 0, -1, 1.5, 'a b', 99_999_999_999, { id: 1 }, "1' or 1=1"]) {
      const { body, status } = await join(bad, user)
      expect([bad, status]).toEqual([bad, 400])
      expect(body.errors).toMatchObject([{ code: 'FLOW_API_INPUT_INVALID' }])
    }
    expect((await join('no-such-course', user)).status).toBe(404)
  })

  test('again after leaving, unless the course closed meanwhile', async () => {
    const { course, enrollment, user } = await school.studying(0)
    const leave = () =>
      school.payload.update({
        collection: 'course-enrollments',
        id: enrollment,
        data: { status: 'cancelled' },
      })
    await leave()
    expect((await join(course, user)).body['enrollment']).toMatchObject({
      id: enrollment,
      status: 'enrolled',
    })
    await leave()
    await school.payload.update({
      collection: 'courses',
      id: course,
      data: { enrollmentPolicy: 'closed' },
    })
    expect((await join(course, user)).status).toBe(403)
  })
})

describe('EV-10 access to enrollments', () => {
  test.each<[Role | undefined, number, number, number, number]>([
    ['admin', 201, 200, 200, 200],
    ['manager', 201, 200, 200, 403],
    ['viewer', 403, 200, 403, 403],
    ['customer', 403, 404, 403, 403],
    [undefined, 403, 403, 403, 403],
  ])('%s: create %d, read %d, update %d, delete %d', async (role, create, read, update, remove) => {
    const { enrollment } = await school.studying(0)
    const options = { user: role ? school.as[role] : undefined }
    const fresh = { user: (await school.student()).id, course: await school.course() }
    const path = `/course-enrollments/${enrollment}`
    const statuses = [
      (await school.rest('POST', '/course-enrollments', fresh, options)).status,
      (await school.rest('GET', path, undefined, options)).status,
      (await school.rest('PATCH', path, { note: 'x' }, options)).status,
      (await school.rest('DELETE', path, undefined, options)).status,
    ]
    expect(statuses).toEqual([create, read, update, remove])
  })

  test('a student finds their own only, without the note of the staff, over REST and GraphQL', async () => {
    const { enrollment, user } = await school.studying(0)
    await school.studying(0)
    await school.payload.update({
      collection: 'course-enrollments',
      id: enrollment,
      data: { note: 'трудный' },
    })
    const { body } = await school.rest('GET', '/course-enrollments', undefined, { user })
    expect(body.docs.map(({ id }) => id)).toEqual([enrollment])
    expect(body.docs[0]).not.toHaveProperty('note')
    const { data } = await school.graphql('{ CourseEnrollments { docs { id note } } }', { user })
    expect(data).toEqual({ CourseEnrollments: { docs: [{ id: enrollment, note: null }] } })
    const nobody = await school.graphql('{ CourseEnrollments { docs { id } } }')
    expect(nobody.errors.length).toBeGreaterThan(0)
  })
})
