import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { openSchool, type SchoolWorld } from '../../support/events/schoolWorld.ts'

let school: SchoolWorld
beforeAll(async () => {
  school = await openSchool()
}, 300_000)
afterAll(async () => school?.destroy())

const staff = () => ({ user: school.as.admin })
const report = (user: { token: string }, lesson: number, percent: number) =>
  school.rest('POST', '/lesson-progress/report', { lesson, percent }, { user })
const statuses = async (...answers: Promise<{ status: number }>[]): Promise<number[]> =>
  (await Promise.all(answers)).map(({ status }) => status)
const rounds = Array.from({ length: 5 }, (_, index) => index)

describe('who writes at once takes turns: nobody waits in a circle', () => {
  test('a completed course and a certificate by hand: one certificate', async () => {
    for (const _ of rounds) {
      const { enrollment } = await school.studying(0)
      const [completed, byHand] = await statuses(
        school.rest('PATCH', `/course-enrollments/${enrollment}`, { status: 'completed' }, staff()),
        school.rest('POST', '/certificates', { enrollment }, staff()),
      )
      expect(completed).toBe(200)
      expect([201, 400]).toContain(byHand)
      const { totalDocs } = await school.payload.count({
        collection: 'certificates',
        where: { enrollment: { equals: enrollment } },
      })
      expect(totalDocs).toBe(1)
    }
  })

  test('a report and the deletion of its lesson', async () => {
    for (const _ of rounds) {
      const { enrollment, lessons, user } = await school.studying(2)
      const lesson = Number(lessons[0])
      await school.progress(user, lesson, { percent: 5 })
      const [reported, removed] = await statuses(
        report(user, lesson, 50),
        school.rest('DELETE', `/lessons/${lesson}`, undefined, staff()),
      )
      expect([200, 404]).toContain(reported)
      expect(removed).toBe(200)
      expect(await school.row('course-enrollments', enrollment)).toMatchObject({
        lessonsTotal: 1,
        progressPercent: 0,
      })
    }
  })

  test('a report and the deletion of its enrollment', async () => {
    for (const _ of rounds) {
      const { enrollment, lessons, user } = await school.studying(2)
      const lesson = Number(lessons[0])
      const progress = await school.progress(user, lesson, { percent: 5 })
      const [reported, removed] = await statuses(
        report(user, lesson, 50),
        school.rest('DELETE', `/course-enrollments/${enrollment}`, undefined, staff()),
      )
      expect([200, 403]).toContain(reported)
      expect(removed).toBe(200)
      await expect(school.row('lesson-progress', progress)).rejects.toThrow()
    }
  })

  test('reports of many students and a lesson published meanwhile: everybody counts it', async () => {
    const one = await school.studying(2)
    const others = await Promise.all(Array.from({ length: 4 }, () => school.student()))
    for (const user of others) await school.enroll(user, one.course)
    const everybody = [one.user, ...others]
    const answers = await statuses(
      ...everybody.map((user) => report(user, Number(one.lessons[0]), 60)),
      school.rest(
        'POST',
        '/lessons',
        { course: one.course, title: 'Третий', _status: 'published' },
        staff(),
      ),
      ...everybody.map((user) => report(user, Number(one.lessons[1]), 60)),
    )
    expect(answers).toEqual([200, 200, 200, 200, 200, 201, 200, 200, 200, 200, 200])
    const { docs } = await school.payload.find({
      collection: 'course-enrollments',
      where: { course: { equals: one.course } },
      depth: 0,
    })
    expect(docs.map((doc) => [doc['lessonsTotal'], doc['progressPercent']])).toEqual(
      everybody.map(() => [3, 40]),
    )
  })
})
