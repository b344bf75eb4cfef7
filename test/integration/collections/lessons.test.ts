import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Actor } from '../../support/payload/createActor.ts'
import { openSchool, type SchoolWorld } from '../../support/events/schoolWorld.ts'

let school: SchoolWorld
beforeAll(async () => {
  school = await openSchool()
}, 300_000)
afterAll(async () => school?.destroy())

/** Words that stand in no answer to somebody without the right. */
const secret = 'тайна обжарки'
const content = {
  root: {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: 'ltr',
    children: [
      {
        type: 'paragraph',
        version: 1,
        format: '',
        indent: 0,
        direction: 'ltr',
        children: [
          {
            type: 'text',
            text: secret,
            version: 1,
            format: 0,
            detail: 0,
            mode: 'normal',
            style: '',
          },
        ],
      },
    ],
  },
}
const videoUrl = 'https://video.example/secret-42'

type Closed = { course: number; lesson: number; preview: number; draft: number }
async function closedCourse(): Promise<Closed> {
  const course = await school.course()
  return {
    course,
    lesson: await school.lesson(course, { content, videoUrl }),
    preview: await school.lesson(course, { title: 'Проба', freePreview: true }),
    draft: await school.lesson(course, { content, videoUrl, _status: 'draft' }),
  }
}

const paths = ({ course, draft, lesson }: Closed): string[] => [
  `/lessons/${lesson}`,
  `/lessons/${lesson}?draft=true`,
  `/lessons/${draft}?draft=true`,
  `/lessons?where[course][equals]=${course}&depth=2`,
  `/lessons?where[course][equals]=${course}&draft=true`,
  `/lessons?where[videoUrl][like]=secret`,
  `/lessons/versions?where[parent][equals]=${lesson}`,
  `/courses/${course}?depth=3`,
  `/courses?depth=3&where[id][equals]=${course}`,
]
const graphs = ({ course, lesson }: Closed): string[] => [
  `{ Lesson(id: ${lesson}) { id content videoUrl } }`,
  `{ Lesson(id: ${lesson}, draft: true) { id content videoUrl } }`,
  `{ Lessons(where: { course: { equals: ${course} } }) { docs { id content videoUrl } } }`,
  `{ versionsLessons(where: { parent: { equals: ${lesson} } }) { docs { version { content videoUrl } } } }`,
  `{ Course(id: ${course}) { id lessons { docs { id content videoUrl } } } }`,
]

async function everythingSeen(closed: Closed, user: Actor | undefined): Promise<string> {
  const seen: string[] = []
  for (const path of paths(closed)) {
    const { bytes, status } = await school.rest('GET', path, undefined, { user })
    expect(status).toBeLessThan(500)
    seen.push(bytes.toString())
  }
  for (const source of graphs(closed)) {
    const answer = await school.graphql(source, { user })
    seen.push(JSON.stringify(answer.data))
  }
  return seen.join('\n')
}

describe('EV-10 the content of a lesson', () => {
  test('reaches neither visitors nor those not enrolled, by no way', async () => {
    const closed = await closedCourse()
    const left = await school.student()
    await school.enroll(left, closed.course, { status: 'cancelled' })
    for (const user of [undefined, await school.student(), left]) {
      const seen = await everythingSeen(closed, user)
      expect(seen).not.toContain(secret)
      expect(seen).not.toContain('secret-42')
    }
  })

  test('reaches students of the course, without its drafts', async () => {
    const closed = await closedCourse()
    const user = await school.student()
    await school.enroll(user, closed.course)
    const answer = await school.rest('GET', `/lessons/${closed.lesson}`, undefined, { user })
    expect(answer.bytes.toString()).toContain(secret)
    const list = await school.rest(
      'GET',
      `/lessons?where[course][equals]=${closed.course}`,
      undefined,
      { user },
    )
    expect(list.body.docs.map(({ id }) => id)).toEqual([closed.lesson, closed.preview])
    const { data } = await school.graphql(`{ Lesson(id: ${closed.lesson}) { videoUrl } }`, { user })
    expect(data).toEqual({ Lesson: { videoUrl } })
  })

  test('a draft over a published lesson stays with the staff', async () => {
    const closed = await closedCourse()
    const user = await school.student()
    await school.enroll(user, closed.course)
    await school.payload.update({
      collection: 'lessons',
      id: closed.lesson,
      draft: true,
      data: { title: 'Ещё не готово' },
    })
    for (const draft of ['', '?draft=true']) {
      const answer = await school.rest('GET', `/lessons/${closed.lesson}${draft}`, undefined, {
        user,
      })
      expect(answer.bytes.toString()).not.toContain('Ещё не готово')
    }
  })

  test('a free preview is for everybody, while its course is published', async () => {
    const { course, preview } = await closedCourse()
    expect((await school.rest('GET', `/lessons/${preview}`)).status).toBe(200)
    const outline = await school.rest('GET', `/courses/${course}?depth=1`)
    expect(outline.body['lessons']).toMatchObject({ docs: [{ id: preview }] })
    await school.payload.update({
      collection: 'courses',
      id: course,
      data: { _status: 'draft' },
    })
    expect((await school.rest('GET', `/lessons/${preview}`)).status).not.toBe(200)
  })

  test('a student keeps the lessons of a course that left the site', async () => {
    const { course, lesson } = await closedCourse()
    const user = await school.student()
    await school.enroll(user, course)
    await school.payload.update({ collection: 'courses', id: course, data: { _status: 'draft' } })
    expect((await school.rest('GET', `/lessons/${lesson}`, undefined, { user })).status).toBe(200)
  })
})

describe('EV-10 a lesson', () => {
  const staff = () => ({ user: school.as.manager })

  test('goes to the end of its course, also when five are made at once', async () => {
    const course = await school.course()
    await school.lesson(course, { order: 7 })
    const ids = await Promise.all(Array.from({ length: 5 }, () => school.lesson(course)))
    const orders = await Promise.all(
      ids.map(async (id) => (await school.row('lessons', id))['order']),
    )
    expect(orders.sort()).toEqual([10, 11, 12, 8, 9])
  })

  test.each([
    [{ title: 'x', _status: 'published' }, 'course'],
    [{ title: 'x', course: 999_999, _status: 'published' }, 'course'],
    [{ title: 'x', videoUrl: 'javascript:alert(1)' }, 'videoUrl'],
    [{ title: 'x', videoUrl: 'no address' }, 'videoUrl'],
    [{ title: 'x', order: 0 }, 'order'],
    [{ title: 'x', durationMinutes: 1.5 }, 'durationMinutes'],
  ])('is refused: %j', async (data, field) => {
    const course = await school.course()
    const answer = await school.rest(
      'POST',
      '/lessons',
      {
        course,
        _status: 'published',
        ...data,
        ...('course' in data || field !== 'course' ? {} : { course: null }),
      },
      staff(),
    )
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain(`"path":"${field}"`)
  })

  test('that students have begun does not change courses', async () => {
    const { lessons, user } = await school.studying(1)
    const other = await school.course()
    const id = Number(lessons[0])
    const move = (headers = {}) =>
      school.rest('PATCH', `/lessons/${id}`, { course: other }, { ...staff(), headers })
    await school.progress(user, id, { percent: 1 })
    expect(JSON.stringify((await move()).body)).toContain('Students have begun this lesson')
    expect(JSON.stringify((await move({ 'accept-language': 'ru' })).body)).toContain(
      'Урок уже начали ученики',
    )
  })

  test('published, unpublished, moved, deleted: open enrollments count again, closed ones do not', async () => {
    const { course, enrollment, lessons, user } = await school.studying(2)
    const done = await school.student()
    const closed = await school.enroll(done, course, { status: 'completed' })
    await school.progress(user, Number(lessons[0]), { status: 'completed' })
    const counts = async (id = enrollment) => {
      const row = await school.row('course-enrollments', id)
      return [row['lessonsDone'], row['lessonsTotal'], row['progressPercent']]
    }
    expect(await counts()).toEqual([1, 2, 50])
    const third = await school.lesson(course)
    const fourth = await school.lesson(course)
    expect(await counts()).toEqual([1, 4, 25])
    await school.payload.update({
      collection: 'lessons',
      id: third,
      data: { _status: 'draft' },
      select: { title: true },
    })
    expect(await counts()).toEqual([1, 3, 33])
    await school.payload.update({
      collection: 'lessons',
      id: fourth,
      data: { course: await school.course() },
    })
    expect(await counts()).toEqual([1, 2, 50])
    const removed = await school.rest('DELETE', `/lessons/${lessons[0]}`, undefined, staff())
    expect(removed.status).toBe(200)
    expect(await counts()).toEqual([0, 1, 0])
    expect(await counts(closed)).toEqual([0, 2, 0])
    expect((await school.row('course-enrollments', enrollment))['status']).toBe('active')
  })

  test('a draft over a published lesson changes no count', async () => {
    const { enrollment, lessons } = await school.studying(2)
    await school.payload.update({
      collection: 'lessons',
      id: Number(lessons[0]),
      draft: true,
      data: { title: 'черновик' },
    })
    expect((await school.row('course-enrollments', enrollment))['lessonsTotal']).toBe(2)
  })
})

describe('EV-10 a course', () => {
  test('is made from a title alone, and gets its slug', async () => {
    const answer = await school.rest(
      'POST',
      '/courses',
      { title: 'Основы обжарки', _status: 'draft' },
      { user: school.as.manager },
    )
    expect(answer.body.doc).toMatchObject({
      slug: 'osnovy-obzharki',
      level: 'beginner',
      enrollmentPolicy: 'when_free',
      issueCertificate: true,
    })
  })

  test('in use is not deleted, and says so in both languages', async () => {
    const { course } = await school.studying(1)
    const remove = (headers = {}) =>
      school.rest('DELETE', `/courses/${course}`, undefined, { user: school.as.admin, headers })
    const english = await remove()
    expect(english.status).toBe(400)
    expect(english.body.errors[0]?.message).toContain('FLOW_COURSE_IN_USE: the course has')
    expect((await remove({ 'accept-language': 'ru' })).body.errors[0]?.message).toContain(
      'FLOW_COURSE_IN_USE: на курс есть записи',
    )
  })

  test('that nobody joined takes its lessons with it', async () => {
    const course = await school.course()
    const lesson = await school.lesson(course)
    const answer = await school.rest('DELETE', `/courses/${course}`, undefined, {
      user: school.as.admin,
    })
    expect(answer.status).toBe(200)
    await expect(school.row('lessons', lesson)).rejects.toThrow()
  })

  test('duplicates with a slug of its own', async () => {
    const course = await school.course({ title: 'Копия' })
    const copy = await school.payload.duplicate({ collection: 'courses', id: course })
    expect(copy['slug']).not.toBe((await school.row('courses', course))['slug'])
  })

  test.each([
    [undefined, 'published', 200],
    [undefined, 'draft', 403],
    ['customer', 'draft', 404],
    ['viewer', 'draft', 200],
  ] as const)('%s reads one that is %s: %d', async (role, status, expected) => {
    const course = await school.course({ _status: status })
    const user = role ? school.as[role] : undefined
    const answer = await school.rest('GET', `/courses/${course}`, undefined, { user })
    expect(answer.status === 200).toBe(expected === 200)
  })

  test('is written by admins and managers only', async () => {
    for (const role of ['viewer', 'customer'] as const) {
      const user = school.as[role]
      expect((await school.rest('POST', '/courses', { title: 'x' }, { user })).status).toBe(403)
      expect((await school.rest('POST', '/lessons', { title: 'x' }, { user })).status).toBe(403)
      expect(
        (await school.rest('POST', '/achievement-types', { title: 'x' }, { user })).status,
      ).toBe(403)
    }
  })
})
