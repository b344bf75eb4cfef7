import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'

import { openSchool, type SchoolWorld } from '../../support/events/schoolWorld.ts'

let school: SchoolWorld
beforeAll(async () => {
  school = await openSchool()
}, 300_000)
afterAll(async () => school?.destroy())

const certificate = async (): Promise<number> => {
  const { enrollment } = await school.studying(0)
  const made = await school.payload.create({ collection: 'certificates', data: { enrollment } })
  return Number(made.id)
}
const update = (collection: string, id: number, data: Record<string, unknown>) =>
  school.payload.update({ collection, id, data })

describe('what means nothing', () => {
  test('courses, lessons and kinds of achievements have no events of their own', async () => {
    expect(
      await school.types(async () => {
        const course = await school.course()
        const lesson = await school.lesson(course)
        await update('courses', course, { title: 'Другое' })
        await update('lessons', lesson, { _status: 'draft' })
        await school.payload.create({
          collection: 'achievement-types',
          data: { code: 'quiet', title: 'Тихо' },
        })
        await school.payload.delete({ collection: 'lessons', id: lesson })
      }),
    ).toEqual([])
  })

  test('saving again what is there already', async () => {
    const { enrollment, lessons, user } = await school.studying(2)
    const progress = await school.progress(user, Number(lessons[0]), { status: 'completed' })
    const id = await certificate()
    const again: [string, number][] = [
      ['course-enrollments', enrollment],
      ['lesson-progress', progress],
      ['certificates', id],
    ]
    expect(
      await school.types(async () => {
        for (const [collection, one] of again) {
          const row = await school.row(collection, one)
          await update(collection, one, row)
          const answer = await school.rest('PATCH', `/${collection}/${one}`, row, {
            user: school.as.admin,
          })
          expect(answer.status).toBe(200)
        }
      }),
    ).toEqual([])
  })

  test('a note, a reason, a revocation, a cancelled enrollment', async () => {
    const { enrollment } = await school.studying(0)
    const id = await certificate()
    expect(
      await school.types(async () => {
        await update('course-enrollments', enrollment, { note: 'x' })
        await update('course-enrollments', enrollment, { status: 'cancelled' })
        await update('course-enrollments', enrollment, { status: 'enrolled' })
        await update('certificates', id, { status: 'revoked', revokedReason: 'ошибка' })
      }),
    ).toEqual([])
  })

  test('a new lesson in a course that is being studied', async () => {
    const { course } = await school.studying(1)
    expect(await school.types(() => school.lesson(course))).toEqual([])
  })

  test('what was refused', async () => {
    const { course, enrollment, user } = await school.studying(1)
    expect(
      await school.types(async () => {
        await expect(school.enroll(user, course)).rejects.toThrow()
        await update('course-enrollments', enrollment, { status: 'completed' })
        await expect(
          update('course-enrollments', enrollment, { status: 'active' }),
        ).rejects.toThrow()
      }),
    ).toEqual(['course.completed', 'certificate.issued'])
  })
})

describe('whole or not at all', () => {
  test('rolled back: neither progress, nor enrollment, nor certificate, nor events', async () => {
    const { enrollment, lessons, user } = await school.studying(1)
    const written = await school.types(async () => {
      const req = await createLocalReq({}, school.payload)
      await initTransaction(req)
      await school.payload.create({
        collection: 'lesson-progress',
        data: { user: user.id, lesson: lessons[0], status: 'completed' },
        req,
      })
      await killTransaction(req)
    })
    expect(written).toEqual([])
    expect((await school.row('course-enrollments', enrollment))['status']).toBe('enrolled')
    expect(
      (
        await school.payload.count({
          collection: 'certificates',
          where: { enrollment: { equals: enrollment } },
        })
      ).totalDocs,
    ).toBe(0)
  })

  test('committed: all of them', async () => {
    const { enrollment, lessons, user } = await school.studying(1)
    const written = await school.types(async () => {
      const req = await createLocalReq({}, school.payload)
      await initTransaction(req)
      await school.payload.create({
        collection: 'lesson-progress',
        data: { user: user.id, lesson: lessons[0], status: 'completed' },
        req,
      })
      await commitTransaction(req)
    })
    expect(written).toEqual([
      'lesson.completed',
      'course.started',
      'course.completed',
      'certificate.issued',
    ])
    expect((await school.row('course-enrollments', enrollment))['status']).toBe('completed')
  })

  test('in bulk every enrollment means its own events', async () => {
    const one = await school.studying(0)
    const two = await school.studying(0)
    const ids = [one.enrollment, two.enrollment]
    const types = await school.types(() =>
      school.rest(
        'PATCH',
        `/course-enrollments?where[id][in]=${ids.join(',')}`,
        { status: 'completed' },
        { user: school.as.manager },
      ),
    )
    expect([...types].sort()).toEqual([
      'certificate.issued',
      'certificate.issued',
      'course.completed',
      'course.completed',
    ])
  })

  test('with select and depth everything happens all the same', async () => {
    const { lessons, user } = await school.studying(1)
    const types = await school.types(() =>
      school.payload.create({
        collection: 'lesson-progress',
        data: { user: user.id, lesson: lessons[0], status: 'completed' },
        select: { user: true },
        depth: 2,
      }),
    )
    expect(types).toEqual([
      'lesson.completed',
      'course.started',
      'course.completed',
      'certificate.issued',
    ])
  })
})
