import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { openSchool, type SchoolWorld } from '../../support/events/schoolWorld.ts'

let school: SchoolWorld
beforeAll(async () => {
  school = await openSchool()
}, 300_000)
afterAll(async () => school?.destroy())

const report = (user: { token: string }, body: Record<string, unknown>) =>
  school.rest('POST', '/lesson-progress/report', body, { user })

describe('what students do', () => {
  test('EV-03 a student’s way through a course of two lessons', async () => {
    const user = await school.student()
    const course = await school.course()
    const first = await school.lesson(course)
    const last = await school.lesson(course)
    const steps: [Record<string, unknown>, string[]][] = [
      [{ lesson: first, percent: 0 }, ['lesson.started', 'course.started']],
      [{ lesson: first, percent: 50 }, ['lesson.progress_updated']],
      [{ lesson: first, percent: 20 }, []],
      [{ lesson: first, percent: 50, secondsWatched: 60 }, []],
      [{ lesson: first, percent: 100 }, ['lesson.progress_updated', 'lesson.completed']],
      [{ lesson: first, completed: true }, []],
      [
        { lesson: last, completed: true },
        ['lesson.completed', 'course.completed', 'certificate.issued'],
      ],
      [{ lesson: last, completed: true }, []],
    ]
    const join = () => school.rest('POST', '/course-enrollments/enroll', { course }, { user })
    expect(await school.types(join)).toEqual(['course.enrolled'])
    expect(await school.types(join)).toEqual([])
    for (const [body, events] of steps) {
      const written = await school.types(async () => {
        expect(await report(user, body)).toMatchObject({ status: 200 })
      })
      expect([body, written]).toEqual([body, events])
    }
  })

  test('EV-03 a course of one lesson is started and completed by one report', async () => {
    const { lessons, user } = await school.studying(1)
    const events = await school.events(() => report(user, { lesson: lessons[0], completed: true }))
    expect(events.map(({ type }) => type)).toEqual([
      'lesson.completed',
      'course.started',
      'course.completed',
      'certificate.issued',
    ])
    expect(events[1]?.data.current).toMatchObject({ status: 'active', completedAt: null })
    expect(events[2]?.data.current).toMatchObject({ status: 'completed', progressPercent: 100 })
    expect(events.every(({ meta }) => meta['userId'] === String(user.id))).toBe(true)
  })

  test('EV-03 certificate.downloaded: by its holder and by staff, for nobody else', async () => {
    const { enrollment, user } = await school.studying(0)
    const { id } = await school.payload.create({
      collection: 'certificates',
      data: { enrollment },
    })
    const other = await school.student()
    for (const actor of [user, school.as.viewer]) {
      const events = await school.events(() =>
        school.rest('GET', `/certificates/${id}/download`, undefined, { user: actor }),
      )
      expect(events.map(({ type }) => type)).toEqual(['certificate.downloaded'])
      expect(events[0]).toMatchObject({
        documentId: String(id),
        meta: { source: 'api', collection: 'certificates', userId: String(actor.id) },
      })
    }
    expect(
      await school.types(async () => {
        await school.rest('GET', `/certificates/${id}/download`, undefined, { user: other })
        await school.rest('GET', `/certificates/${id}/download`)
      }),
    ).toEqual([])
  })

  test('the row in certificate.downloaded is that of certificate.issued', async () => {
    const { enrollment, user } = await school.studying(0)
    const [issued, downloaded] = await school.events(async () => {
      const { id } = await school.payload.create({
        collection: 'certificates',
        data: { enrollment },
      })
      await school.rest('GET', `/certificates/${id}/download`, undefined, { user })
    })
    expect(downloaded?.data.current).toEqual(issued?.data.current)
  })
})

describe('EV-03 achievement.milestone by count', () => {
  const award = (user: { id: number | string }, data: Record<string, unknown> = {}) =>
    school.payload.create({
      collection: 'achievements',
      data: { user: user.id, title: 'Награда', ...data },
    })

  test('the 5th and the 10th, none between', async () => {
    const user = await school.student()
    const events = await school.events(async () => {
      for (let index = 0; index < 11; index += 1) await award(user)
    })
    const milestones = events.filter(({ type }) => type === 'achievement.milestone')
    expect(milestones.map(({ data }) => [data['count'], data['milestone']])).toEqual([
      [5, 5],
      [10, 10],
    ])
    expect(events).toHaveLength(13)
  })

  test('exact when twelve awards are given at once, and apart for another user', async () => {
    const user = await school.student()
    const other = await school.student()
    const events = await school.events(() =>
      Promise.all(Array.from({ length: 12 }, (_, index) => award(index % 6 === 5 ? other : user))),
    )
    const milestones = events.filter(({ type }) => type === 'achievement.milestone')
    expect(milestones.map(({ data }) => [data.current['user'], data['count']]).sort()).toEqual([
      [user.id, 10],
      [user.id, 5],
    ])
  })

  test('one event when the 5th is marked as a milestone as well', async () => {
    const user = await school.student()
    for (let index = 0; index < 4; index += 1) await award(user)
    const events = await school.events(() => award(user, { isMilestone: true }))
    expect(events.map(({ type }) => type)).toEqual(['achievement.earned', 'achievement.milestone'])
    expect(events[1]?.data).toMatchObject({ count: 5, milestone: 5 })
  })
})

describe('exactly once, however parallel', () => {
  test('the last two lessons completed at once complete the course once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { enrollment, lessons, user } = await school.studying(2)
      const types = await school.types(async () => {
        const answers = await Promise.all(
          lessons.map((lesson) => report(user, { lesson, completed: true })),
        )
        expect(answers.map(({ status }) => status)).toEqual([200, 200])
      })
      expect([...types].sort()).toEqual([
        'certificate.issued',
        'course.completed',
        'course.started',
        'lesson.completed',
        'lesson.completed',
      ])
      expect(await school.row('course-enrollments', enrollment)).toMatchObject({
        status: 'completed',
        lessonsDone: 2,
        progressPercent: 100,
      })
    }
  })

  test('staff saving and the student reporting at once neither fail nor undo each other', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { enrollment, lessons, user } = await school.studying(2)
      const lesson = Number(lessons[0])
      const id = await school.progress(user, lesson, { percent: 10 })
      const staff = { user: school.as.manager }
      const answers = await Promise.all([
        report(user, { lesson, percent: 80 }),
        school.rest('PATCH', `/lesson-progress/${id}`, { secondsWatched: 99 }, staff),
        school.rest('PATCH', `/course-enrollments/${enrollment}`, { note: 'звонили' }, staff),
        report(user, { lesson: lessons[1], percent: 20 }),
      ])
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      expect(await school.row('lesson-progress', id)).toMatchObject({
        percent: 80,
        secondsWatched: 99,
      })
      expect(await school.row('course-enrollments', enrollment)).toMatchObject({
        note: 'звонили',
        progressPercent: 50,
        status: 'active',
      })
    }
  })

  test('ten first reports of one lesson make one progress', async () => {
    const { lessons, user } = await school.studying(2)
    const types = await school.types(() =>
      Promise.all(
        Array.from({ length: 10 }, () => report(user, { lesson: lessons[0], percent: 5 })),
      ),
    )
    expect(types).toEqual(['lesson.started', 'course.started'])
  })

  test('joining a course ten times at once makes one enrollment', async () => {
    const user = await school.student()
    const course = await school.course()
    const types = await school.types(async () => {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () =>
          school.rest('POST', '/course-enrollments/enroll', { course }, { user }),
        ),
      )
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(9)
    })
    expect(types).toEqual(['course.enrolled'])
  })

  test('two completions by staff at once issue one certificate, and neither fails', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { enrollment } = await school.studying(0)
      const complete = () =>
        school.rest(
          'PATCH',
          `/course-enrollments/${enrollment}`,
          { status: 'completed' },
          { user: school.as.admin },
        )
      const types = await school.types(async () => {
        const answers = await Promise.all([complete(), complete()])
        expect(answers.map(({ status }) => status)).toEqual([200, 200])
      })
      expect(types).toEqual(['course.completed', 'certificate.issued'])
    }
  })
})
