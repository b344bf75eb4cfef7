import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import type * as z from 'zod'

import {
  achievementSnapshot,
  certificateSnapshot,
  enrollmentSnapshot,
  lessonProgressSnapshot,
} from '../../../src/index.ts'
import { openSchool, type SchoolWorld } from '../../support/events/schoolWorld.ts'

let school: SchoolWorld
beforeAll(async () => {
  school = await openSchool()
}, 300_000)
afterAll(async () => school?.destroy())

type Row = Record<string, unknown>

/** Rows with every field filled, as the events that tell them carry them. */
async function fullRows(): Promise<Record<string, Row>> {
  const { payload } = school
  const user = await school.student()
  const course = await school.course()
  const lesson = await school.lesson(course)
  await school.lesson(course)
  const order = await payload.create({ collection: 'orders', data: {} })
  const data = await sharp({
    create: { width: 8, height: 8, channels: 3, background: '#b08d3c' },
  })
    .png()
    .toBuffer()
  const icon = await payload.create({
    collection: 'media',
    data: {},
    file: { data, mimetype: 'image/png', name: 'badge.png', size: data.length },
  })
  const type = await payload.create({
    collection: 'achievement-types',
    data: { code: 'full', title: 'Полный', icon: icon.id, points: 5, isMilestone: true },
  })
  const events = await school.events(async () => {
    const dates = { cancelledAt: '2026-01-02T00:00:00.000Z', startedAt: '2026-01-01T00:00:00.000Z' }
    const enrollment = await school.enroll(user, course, {
      ...dates,
      status: 'completed',
      note: 'x',
      source: 'order',
      order: order.id,
      lastProgressAt: '2026-01-03T00:00:00.000Z',
    })
    await school.progress(user, lesson, { status: 'completed', secondsWatched: 5 })
    const { docs } = await payload.find({
      collection: 'certificates',
      where: { enrollment: { equals: enrollment } },
    })
    await school.sql.query(
      `UPDATE certificates SET status = 'revoked', revoked_at = now(), revoked_reason = 'x' WHERE id = $1`,
      [docs[0]?.id],
    )
    await payload.create({
      collection: 'achievements',
      data: { user: user.id, type: type.id, reason: 'x' },
    })
  })
  const rowOf = (name: string): Row =>
    events.find((event) => event.type === name)?.data.current ?? {}
  return {
    'course-enrollments': rowOf('course.completed'),
    'lesson-progress': rowOf('lesson.completed'),
    achievements: rowOf('achievement.earned'),
    certificates: rowOf('certificate.issued'),
  }
}

describe('rows and their schemas', () => {
  const cases: [string, z.ZodObject][] = [
    ['course-enrollments', enrollmentSnapshot],
    ['lesson-progress', lessonProgressSnapshot],
    ['achievements', achievementSnapshot],
    ['certificates', certificateSnapshot],
  ]
  let rows: Record<string, Row>
  beforeAll(async () => {
    rows = await fullRows()
  })

  test.each(cases)(
    'a full row of %s fits, and has no field the schema does not know',
    (slug, schema) => {
      const row = rows[slug] ?? {}
      expect(schema.safeParse(row).error?.issues ?? []).toEqual([])
      expect(Object.keys(row).sort()).toEqual(Object.keys(schema.shape).sort())
    },
  )

  test.each(cases)('every stored field of %s stands in the schema', (slug, schema) => {
    const { fields } = school.payload.collections[slug]?.config ?? { fields: [] }
    const named = fields.flatMap((field) =>
      'fields' in field && !('name' in field) ? field.fields : [field],
    )
    const stored = named.flatMap((field) =>
      'name' in field && field.name && !('virtual' in field && field.virtual) ? [field.name] : [],
    )
    expect(stored.length).toBeGreaterThan(8)
    expect(stored.filter((name) => !(name in schema.shape))).toEqual([])
  })

  test('relations are ids and dates are ISO', () => {
    expect(rows['course-enrollments']).toMatchObject({
      user: expect.any(Number),
      course: expect.any(Number),
      order: expect.any(Number),
      completedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    })
    expect(rows['achievements']).toMatchObject({
      icon: expect.any(Number),
      type: expect.any(Number),
    })
  })
})

describe('capture of fields that write other languages', () => {
  test('only the request’s language is in the answer, every one in the event', async () => {
    const user = await school.student()
    const { id: type } = await school.payload.create({
      collection: 'achievement-types',
      locale: 'ru',
      data: { code: 'two', title: 'Два' },
    })
    await school.payload.update({
      collection: 'achievement-types',
      id: type,
      locale: 'en',
      data: { title: 'Two' },
    })
    const [event] = await school.events(() =>
      school.payload.create({
        collection: 'achievements',
        locale: 'en',
        data: { user: user.id, type },
      }),
    )
    expect(event?.data.current['title']).toEqual({ ru: 'Два', en: 'Two' })
  })
})
