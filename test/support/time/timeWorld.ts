import type { CollectionConfig } from 'payload'

import { bundledTracking } from '../../../hooks/bundledTracking.ts'
import { bundledScans } from '../../../hooks/scans/bundledScans.ts'
import { inTime } from '../../../hooks/scans/inTime.ts'
import { type ScanReport, runScan } from '../../../hooks/scans/runScan.ts'
import type { Scan } from '../../../hooks/scans/scan.ts'
import { on } from '../../../hooks/rules/on.ts'
import { track } from '../../../hooks/rules/track.ts'
import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'
import { defineEvent, defineSnapshot, rowField } from '../../../src/index.ts'
import type { Sql } from '../../../src/kernel/sql.ts'
import { flowMasters } from '../../../src/plugin/flowMasters.ts'
import { type BootedPayload, bootPayload } from '../bootPayload.ts'
import { createTestDatabase } from '../postgres/createTestDatabase.ts'
import { scanToolsOf } from './scanTools.ts'
import { type TestClock, testClock } from './testClock.ts'

const HOUR_MS = 3_600_000

/** Collections of a site's own for which time means something. */
const parcels: CollectionConfig = {
  slug: 'parcels',
  trash: true,
  fields: [
    { name: 'title', type: 'text', localized: true },
    { name: 'state', type: 'select', options: ['open', 'sent', 'late'], defaultValue: 'open' },
    { name: 'touchedAt', type: 'date', index: true },
    { name: 'dueAt', type: 'date', index: true },
    { name: 'info', type: 'group', fields: [{ name: 'weight', type: 'number' }] },
    { name: 'items', type: 'array', fields: [{ name: 'name', type: 'text' }] },
    { name: 'checkedAt', type: 'date' },
  ],
  hooks: {
    beforeChange: [
      ({ data, operation }) => {
        if (operation === 'update' && data['info']?.weight === 13)
          throw new Error('13 kg is bad luck')
        return data
      },
    ],
  },
}

const words = { en: 'Something happened.', ru: 'Что-то произошло.' }
const event = (type: string) =>
  defineEvent({
    type,
    version: 1,
    area: { slug: 'site', label: { en: 'Site', ru: 'Сайт' } },
    summary: words,
    firesWhen: words,
    current: defineSnapshot({ title: rowField.json }),
    sample: { current: { id: 1 }, previous: null, changed: [] },
  })

/** Quiet for an hour, not empty, at least 2 kg. */
export const parcelQuiet: Scan = inTime.quietFor({
  event: 'parcel.quiet',
  label: words,
  collection: 'parcels',
  since: 'touchedAt',
  forMs: HOUR_MS,
  where: { state: 'open', 'info.weight': { atLeast: 2 } },
  when: ({ row }) => Array.isArray(row['items']) && row['items'].length > 0,
  extra: ({ minutes }) => ({ idleMinutes: minutes }),
})
export const parcelOverdue: Scan = inTime.passed({
  event: 'parcel.overdue',
  label: words,
  collection: 'parcels',
  deadline: 'dueAt',
  where: { state: ['open', 'sent'] },
})
export const parcelAhead: Scan = inTime.ahead({
  event: 'parcel.due_soon',
  label: words,
  collection: 'parcels',
  of: 'dueAt',
  byMs: 24 * HOUR_MS,
  where: { state: { not: ['late'] } },
})
/** Sets `late` through Payload; the rule tells. */
export const parcelLate: Scan = {
  name: 'parcel.late',
  label: words,
  collection: 'parcels',
  events: [],
  everyMs: HOUR_MS,
  sweepEveryMs: 0,
  passes: [{ name: 'dueAt', moment: 'dueAt', afterMs: 0, where: { state: 'sent' } }],
  spell: ['dueAt'],
  action: { kind: 'save', fields: () => ({ state: 'late' }) },
}
/** Judged once, with a mark on the row. */
export const parcelJudged: Scan = {
  name: 'parcel.judged',
  label: words,
  collection: 'parcels',
  events: ['parcel.heavy'],
  everyMs: HOUR_MS,
  sweepEveryMs: 0,
  passes: [
    { name: 'touchedAt', moment: 'touchedAt', afterMs: HOUR_MS, where: { checkedAt: null } },
  ],
  spell: [],
  action: {
    kind: 'tell',
    tell: ({ row }) => (weightOf(row) > 50 ? { type: 'parcel.heavy' } : null),
    mark: ({ now }) => ({ checkedAt: new Date(now).toISOString() }),
  },
}

function weightOf(row: Record<string, unknown>): number {
  const info = row['info']
  const weight = typeof info === 'object' && info !== null && 'weight' in info ? info.weight : 0
  return typeof weight === 'number' ? weight : 0
}

/** An event as it was logged. */
export type TimeEvent = {
  type: string
  timestamp: string
  data: { current: Record<string, unknown>; previous: unknown; changed: string[] } & Record<
    string,
    unknown
  >
  meta: Record<string, unknown>
}

/** A booted site with a clock of the test's own. */
export type TimeWorld = BootedPayload & {
  clock: TestClock
  sql: Sql
  run: (scan: Scan, more?: { state?: ScanReport['state']; trigger?: string }) => Promise<ScanReport>
  eventsOf: (work: () => Promise<unknown>) => Promise<TimeEvent[]>
  /** Types and document ids of new events, in order. */
  typesOf: (work: () => Promise<unknown>) => Promise<string[]>
  close: () => Promise<void>
}

/** Boots the application with a collection of a site's own; no worker and no schedule runs. */
export async function openTimeWorld(at = '2026-03-01T12:00:00.000Z'): Promise<TimeWorld> {
  const database = await createTestDatabase()
  const clock = testClock(at)
  const own = [parcelQuiet, parcelOverdue, parcelAhead, parcelLate, parcelJudged]
  const booted = await bootPayload({
    databaseUrl: database.url,
    schema: 'push',
    plugins: [
      (config) => ({ ...config, collections: [...(config.collections ?? []), parcels] }),
      flowMasters({
        channels: [],
        tracking: [
          ...bundledTracking(),
          track('parcels', { 'parcel.became_late': on.changedTo('state', 'late') }),
        ],
        scans: [...bundledScans(), ...own],
        events: [
          event('parcel.quiet'),
          event('parcel.overdue'),
          event('parcel.due_soon'),
          event('parcel.heavy'),
          event('parcel.became_late'),
        ],
        clock,
        encryptionKeys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
        databaseUrl: database.url,
        isSmtpConfigured: false,
        mailOutboxDir: '/nonexistent',
      }),
    ],
  })
  const { payload } = booted
  const sql = await sqlOfRequest(payload)
  const eventsOf: TimeWorld['eventsOf'] = async (work) => {
    const mark = await sql.query<{ n: string }>('SELECT count(*) AS n FROM event_logs')
    await work()
    const { rows } = await sql.query<{ body: string }>(
      'SELECT body FROM event_logs ORDER BY created_at, id OFFSET $1',
      [Number(mark.rows[0]?.n)],
    )
    return rows.map(({ body }) => JSON.parse(body) as TimeEvent)
  }
  return {
    ...booted,
    clock,
    sql,
    eventsOf,
    typesOf: async (work) =>
      (await eventsOf(work)).map(({ meta, type }) => `${type} ${String(meta['documentId'])}`),
    run: (scan, more = {}) => runScan(scan, scanToolsOf(payload), { now: clock.now, ...more }),
    close: async () => {
      await booted.destroy()
      await database.drop()
    },
  }
}
