import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import type { Scan } from '../../../hooks/scans/scan.ts'
import {
  openTimeWorld,
  parcelAhead,
  parcelJudged,
  parcelLate,
  parcelOverdue,
  parcelQuiet,
  type TimeWorld,
} from '../../support/time/timeWorld.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

let world: TimeWorld
beforeAll(async () => {
  world = await openTimeWorld()
}, 300_000)
afterAll(async () => world?.close())
afterEach(async () => {
  await world.sql.query('DELETE FROM parcels; DELETE FROM event_spells')
})

type Parcel = Record<string, unknown>
const ago = (ms: number): string => new Date(world.clock.now() - ms).toISOString()
const parcel = async (data: Parcel = {}): Promise<number> => {
  const full = { title: 'Посылка', items: [{ name: 'чай' }], info: { weight: 3 }, ...data }
  const { id } = await world.payload.create({ collection: 'parcels', data: full })
  return Number(id)
}
const told = (scan: Scan): Promise<string[]> => world.typesOf(() => world.run(scan))

describe('quietFor', () => {
  test('tells a due document once, with the whole row, and says what it found', async () => {
    const id = await parcel({ touchedAt: ago(61 * MINUTE_MS) })
    const events = await world.eventsOf(async () => {
      expect(await world.run(parcelQuiet)).toMatchObject({ found: 1, emitted: 1 })
    })
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      type: 'parcel.quiet',
      timestamp: new Date(world.clock.now()).toISOString(),
      data: {
        current: {
          id,
          title: { ru: 'Посылка' },
          items: [{ name: 'чай' }],
          info: { weight: 3 },
          touchedAt: ago(61 * MINUTE_MS),
        },
        previous: null,
        changed: [],
        idleMinutes: 61,
      },
      meta: {
        source: 'schedule',
        collection: 'parcels',
        operation: null,
        userId: null,
        documentId: String(id),
      },
    })
    expect(await world.run(parcelQuiet)).toMatchObject({ found: 0, emitted: 0 })
    const { state } = await world.run(parcelQuiet)
    expect(await world.typesOf(() => world.run(parcelQuiet, { state }))).toEqual([])
  })

  test('tells nothing that is not due: too early, wrong state, too light, empty, in the trash', async () => {
    const touchedAt = ago(2 * HOUR_MS)
    await parcel({ touchedAt: ago(HOUR_MS - 1) })
    await parcel({ touchedAt, state: 'sent' })
    await parcel({ touchedAt, info: { weight: 1 } })
    await parcel({ touchedAt, info: {} })
    await parcel({ touchedAt, items: [] })
    await parcel({})
    const trashed = await parcel({ touchedAt })
    await world.payload.update({ collection: 'parcels', id: trashed, data: { deletedAt: ago(0) } })
    expect(await told(parcelQuiet)).toEqual([])
    const due = await parcel({ touchedAt: ago(HOUR_MS) })
    expect(await told(parcelQuiet)).toEqual([`parcel.quiet ${due}`])
  })

  test('a new spell is told again, the same one never, also when its event is long forgotten', async () => {
    const id = await parcel({ touchedAt: ago(2 * HOUR_MS) })
    expect(await told(parcelQuiet)).toEqual([`parcel.quiet ${id}`])
    await world.sql.query('DELETE FROM event_logs')
    expect(await told(parcelQuiet)).toEqual([])
    await world.payload.update({ collection: 'parcels', id, data: { touchedAt: ago(0) } })
    expect(await told(parcelQuiet)).toEqual([])
    world.clock.pass(HOUR_MS)
    expect(await told(parcelQuiet)).toEqual([`parcel.quiet ${id}`])
    world.clock.pass(40 * DAY_MS)
    expect(await told(parcelQuiet)).toEqual([])
  })

  test('what fell due more than a year ago is history', async () => {
    await parcel({ touchedAt: ago(366 * DAY_MS) })
    const within = await parcel({ touchedAt: ago(364 * DAY_MS) })
    expect(await told(parcelQuiet)).toEqual([`parcel.quiet ${within}`])
  })

  test('between sweeps only what has fallen due since is looked at; other periods look at everything', async () => {
    const { state } = await world.run(parcelQuiet)
    // As if saved by a transaction that took longer than any clock allows for.
    const old = await parcel({ touchedAt: ago(5 * HOUR_MS) })
    const fresh = await parcel({ touchedAt: ago(HOUR_MS + MINUTE_MS) })
    expect(await world.typesOf(() => world.run(parcelQuiet, { state }))).toEqual([
      `parcel.quiet ${fresh}`,
    ])
    const shorter = {
      ...parcelQuiet,
      passes: parcelQuiet.passes.map((pass) => ({ ...pass, afterMs: HOUR_MS - 1 })),
    }
    expect(await world.typesOf(() => world.run(shorter, { state }))).toEqual([
      `parcel.quiet ${old}`,
    ])
    const late = await parcel({ touchedAt: ago(5 * HOUR_MS) })
    const asked = (): Promise<string[]> =>
      world.typesOf(() => world.run(parcelQuiet, { state, trigger: 'manual' }))
    expect(await asked()).toEqual([`parcel.quiet ${late}`])
    const later = await parcel({ touchedAt: ago(5 * HOUR_MS) })
    world.clock.pass(6 * HOUR_MS)
    expect(await world.typesOf(() => world.run(parcelQuiet, { state }))).toEqual([
      `parcel.quiet ${later}`,
    ])
  })
})

describe('passed and ahead', () => {
  test('a deadline is told once per date; a new date tells again', async () => {
    const id = await parcel({ dueAt: ago(-HOUR_MS) })
    expect(await told(parcelOverdue)).toEqual([])
    world.clock.pass(HOUR_MS)
    expect(await told(parcelOverdue)).toEqual([`parcel.overdue ${id}`])
    const first = ago(0)
    await world.payload.update({ collection: 'parcels', id, data: { dueAt: ago(-DAY_MS) } })
    expect(await told(parcelOverdue)).toEqual([])
    world.clock.pass(DAY_MS)
    expect(await told(parcelOverdue)).toEqual([`parcel.overdue ${id}`])
    await world.payload.update({ collection: 'parcels', id, data: { dueAt: first } })
    expect(await told(parcelOverdue)).toEqual([])
  })

  test('what comes near is told before it comes, and not after', async () => {
    const soon = await parcel({ dueAt: ago(-23 * HOUR_MS) })
    await parcel({ dueAt: ago(-25 * HOUR_MS) })
    await parcel({ dueAt: ago(1) })
    await parcel({ dueAt: ago(-HOUR_MS), state: 'late' })
    expect(await told(parcelAhead)).toEqual([`parcel.due_soon ${soon}`])
    expect(await told(parcelAhead)).toEqual([])
  })
})

describe('scans that save, and scans that judge', () => {
  test('saves through Payload, so that the rule tells, once', async () => {
    const id = await parcel({ dueAt: ago(DAY_MS), state: 'sent' })
    await parcel({ dueAt: ago(DAY_MS), state: 'open' })
    expect(await told(parcelLate)).toEqual([`parcel.became_late ${id}`])
    expect(await told(parcelLate)).toEqual([])
    const five = await parcel({ dueAt: ago(DAY_MS), state: 'sent' })
    const parallel = Promise.all
    expect(
      await world.typesOf(() =>
        parallel.call(
          Promise,
          [1, 2, 3, 4, 5].map(() => world.run(parcelLate)),
        ),
      ),
    ).toEqual([`parcel.became_late ${five}`])
  })

  test('a document that cannot be saved is named and stops no other', async () => {
    const first = await parcel({ dueAt: ago(DAY_MS), state: 'sent' })
    const cursed = await parcel({ dueAt: ago(DAY_MS), state: 'sent', info: { weight: 13 } })
    const last = await parcel({ dueAt: ago(DAY_MS), state: 'sent' })
    const types = await world.typesOf(async () => {
      const report = await world.run(parcelLate)
      expect(report).toMatchObject({
        found: 3,
        emitted: 2,
        problem: `parcels ${cursed}: 13 kg is bad luck`,
      })
    })
    expect(types).toEqual([`parcel.became_late ${first}`, `parcel.became_late ${last}`])
  })

  test('judges once, whatever the judgement, without touching the document', async () => {
    const heavy = await parcel({ touchedAt: ago(2 * HOUR_MS), info: { weight: 99 } })
    const light = await parcel({ touchedAt: ago(2 * HOUR_MS) })
    const before = await world.payload.findByID({ collection: 'parcels', id: light })
    expect(await told(parcelJudged)).toEqual([`parcel.heavy ${heavy}`])
    const after = await world.payload.findByID({ collection: 'parcels', id: light })
    expect(after).toEqual({ ...before, checkedAt: ago(0) })
    await world.payload.update({ collection: 'parcels', id: light, data: { info: { weight: 99 } } })
    expect(await told(parcelJudged)).toEqual([])
  })
})
