import type { Payload } from 'payload'

import { bundledTracking } from '../../../hooks/bundledTracking.ts'
import { flowMasters } from '../../../src/plugin/flowMasters.ts'
import { type BootedPayload, bootPayload } from '../../support/bootPayload.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { createTestDatabase } from '../../support/postgres/createTestDatabase.ts'
import { siteCollections, siteEvents, siteTracking } from './captureCollections.ts'

/** An event as it was stored. */
export type LoggedEvent = {
  id: string
  type: string
  data: {
    current: Record<string, unknown>
    previous: Record<string, unknown> | null
    changed: string[]
  } & Record<string, unknown>
  meta: Record<string, unknown>
}

/** A booted site of the tests. */
export type CaptureWorld = BootedPayload & {
  admin: Actor
  /** What `work` wrote into the event log, in order. */
  eventsOf: (work: () => Promise<unknown>) => Promise<LoggedEvent[]>
  close: () => Promise<void>
}

/** Boots the application with two collections of a site's own; no worker runs. */
export async function openCaptureWorld(): Promise<CaptureWorld> {
  const database = await createTestDatabase()
  const booted = await bootPayload({
    databaseUrl: database.url,
    schema: 'push',
    configure: (config) => config,
    plugins: [
      (config) => ({ ...config, collections: [...(config.collections ?? []), ...siteCollections] }),
      flowMasters({
        channels: [],
        tracking: [...bundledTracking(), ...siteTracking],
        events: siteEvents,
        encryptionKeys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
        databaseUrl: database.url,
        isSmtpConfigured: false,
        mailOutboxDir: '/nonexistent',
      }),
    ],
  })
  const { payload } = booted
  const admin = await createActor(payload, 'admin')
  return {
    ...booted,
    admin,
    eventsOf: async (work) => {
      const before = await readLog(payload)
      await work()
      const known = new Set(before.map(({ id }) => id))
      return (await readLog(payload)).filter(({ id }) => !known.has(id))
    },
    close: async () => {
      await booted.destroy()
      await database.drop()
    },
  }
}

async function readLog(payload: Payload): Promise<LoggedEvent[]> {
  const { rows } = await payload.db.pool.query(
    'SELECT body FROM event_logs ORDER BY created_at, id',
  )
  return rows.map(({ body }: { body: string }) => JSON.parse(body))
}
