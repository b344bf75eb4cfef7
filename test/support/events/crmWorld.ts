import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Role } from '../../../collections/access/role.ts'
import { bundledTracking } from '../../../hooks/bundledTracking.ts'
import { createPool } from '../../../src/database/createPool.ts'
import type { Sql } from '../../../src/kernel/sql.ts'
import { flowMasters } from '../../../src/plugin/flowMasters.ts'
import { type BootedPayload, bootPayload } from '../bootPayload.ts'
import type { Actor } from '../payload/createActor.ts'
import { createActors } from '../payload/createActors.ts'
import { quietLogger } from '../postgres/quietLogger.ts'
import { type LoggedEvent, newEvents } from './newEvents.ts'

type Doc = Record<string, unknown> & { id: number }

/** The application with the engine, no worker, and a clock that the test moves. */
export type CrmWorld = BootedPayload & {
  sql: Sql
  as: Record<Role, Actor>
  clock: { now: () => number; advance: (ms: number) => void }
  /** What `act` wrote into the log, in order. */
  eventsOf: (act: () => Promise<unknown>) => Promise<LoggedEvent[]>
  /** The types alone. */
  typesOf: (act: () => Promise<unknown>) => Promise<string[]>
  /** Creates below access control. */
  make: (collection: string, data: Record<string, unknown>) => Promise<Doc>
  close: () => Promise<void>
}

/** Boots the application for tests of leads, forms, projects and tasks. */
export async function openCrmWorld(): Promise<CrmWorld> {
  let time = Date.parse('2026-11-21T10:00:00.000Z')
  const now = () => time
  const booted = await bootPayload({
    plugins: (url) => [
      flowMasters({
        channels: [],
        tracking: bundledTracking(),
        clock: { now },
        encryptionKeys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
        databaseUrl: url,
        isSmtpConfigured: false,
        mailOutboxDir: join(tmpdir(), 'flowmasters-test-mail'),
      }),
    ],
  })
  const { payload } = booted
  const pool = createPool({
    url: booted.databaseUrl,
    applicationName: 'test',
    logger: quietLogger,
    max: 2,
  })
  const eventsOf: CrmWorld['eventsOf'] = (act) => newEvents(pool.sql, act)
  return {
    ...booted,
    sql: pool.sql,
    as: await createActors(payload),
    clock: {
      now,
      advance: (ms) => {
        time += ms
      },
    },
    eventsOf,
    typesOf: async (act) => (await eventsOf(act)).map(({ type }) => type),
    make: async (collection, data) =>
      (await payload.create({ collection, data, depth: 0 })) as unknown as Doc,
    close: async () => {
      await pool.stop()
      await booted.destroy()
    },
  }
}
