import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from 'payload'

import type { Role } from '../../../collections/access/role.ts'
import { bundledTracking } from '../../../hooks/bundledTracking.ts'
import { createPool } from '../../../src/database/createPool.ts'
import { listLocalMail } from '../../../src/egress/mail/listLocalMail.ts'
import type { LocalMail } from '../../../src/egress/mail/localMail.ts'
import type { Sql } from '../../../src/kernel/sql.ts'
import { flowMasters } from '../../../src/plugin/flowMasters.ts'
import type { FlowRuntime } from '../../../src/runtime/flowRuntime.ts'
import { getRuntime } from '../../../src/runtime/getRuntime.ts'
import { type BootedPayload, bootPayload } from '../bootPayload.ts'
import type { Actor } from '../payload/createActor.ts'
import { createActors } from '../payload/createActors.ts'
import { quietLogger } from '../postgres/quietLogger.ts'
import { type LoggedEvent, newEvents } from './newEvents.ts'

/** The application with the engine, a mailbox of its own and a clock that tests move; no worker runs. */
export type MarketingWorld = BootedPayload & {
  as: Record<Role, Actor>
  runtime: FlowRuntime
  sql: Sql
  clock: { now: () => number; forward: (ms: number) => void }
  /** What `act` wrote into the event log, in order. */
  eventsOf: (act: () => Promise<unknown>) => Promise<LoggedEvent[]>
  /** Letters to one address, oldest first. */
  mailTo: (address: string) => Promise<LocalMail[]>
  /** File of the whole message as it would travel. */
  emlFile: (mail: LocalMail) => string
}

/** What a test changes: a mail server of its own stands in for the local outbox. */
export type MarketingWorldOptions = { email?: Config['email']; databaseUrl?: string }

export async function openMarketingWorld({
  databaseUrl,
  email,
}: MarketingWorldOptions = {}): Promise<MarketingWorld> {
  const mailOutboxDir = await mkdtemp(join(tmpdir(), 'flowmasters-marketing-'))
  let offset = 0
  const clock = {
    now: () => Date.now() + offset,
    forward: (ms: number) => {
      offset += ms
    },
  }
  const booted = await bootPayload({
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    configure: (config) => ({
      ...config,
      serverURL: 'https://shop.example',
      ...(email === undefined ? {} : { email }),
    }),
    plugins: (url) => [
      flowMasters({
        channels: [],
        tracking: bundledTracking(),
        encryptionKeys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
        databaseUrl: url,
        isSmtpConfigured: email !== undefined,
        mailOutboxDir,
        clock,
      }),
    ],
  })
  const database = createPool({
    url: booted.databaseUrl,
    applicationName: 'test',
    logger: quietLogger,
    max: 4,
  })
  return {
    ...booted,
    as: await createActors(booted.payload),
    runtime: getRuntime(booted.payload),
    sql: database.sql,
    clock,
    eventsOf: (act) => newEvents(database.sql, act),
    mailTo: async (address) => {
      const mails = await listLocalMail({ outboxDir: mailOutboxDir, limit: 10_000 })
      return mails.filter(({ to }) => to.includes(address)).reverse()
    },
    emlFile: (mail) => join(mailOutboxDir, mail.emlFile),
    destroy: async () => {
      await database.stop()
      await booted.destroy()
      await rm(mailOutboxDir, { recursive: true, force: true })
    },
  }
}
