import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'

import { migrateDatabase } from '../../../config/migrateDatabase.ts'
import { resealSecrets } from '../../../src/outbox/resealSecretsStore.ts'
import { getRuntime } from '../../../src/runtime/getRuntime.ts'
import type { Task } from './messages.ts'

/** Does it as the application does. Returns how many things were done. */
export async function carryOut(payload: Payload, task: Task): Promise<number> {
  switch (task.kind) {
    case 'job':
      return runJob(payload, task.name)
    case 'reseal':
      return reseal(payload)
    case 'migrate':
      await migrateDatabase(payload)
      return 1
    case 'subscribe':
      return subscribe(payload, task.count)
  }
}

async function runJob(payload: Payload, name: string): Promise<number> {
  const job = getRuntime(payload).jobs.find((known) => known.name === name)
  if (!job) throw new Error(`no job ${name}`)
  const { signal } = new AbortController()
  const report = await job.run({
    trigger: 'manual',
    state: {},
    resumedAt: null,
    signal,
    now: Date.now,
  })
  return report?.found ?? 0
}

async function reseal(payload: Payload): Promise<number> {
  const { keyRing } = getRuntime(payload)
  const { failed, resealed } = await resealSecrets(payload, {
    keyRing,
    pause: () => setImmediate(),
  })
  if (failed.length > 0) throw new Error(`not sealed again: ${JSON.stringify(failed)}`)
  return resealed
}

async function subscribe(payload: Payload, count: number): Promise<number> {
  for (let number = 1; number <= count; number += 1) {
    await payload.create({
      collection: 'event-subscriptions',
      data: {
        name: `spare ${number}`,
        events: ['newsletter.*'],
        channels: [{ blockType: 'webhook', url: 'https://spare.example/' }],
      },
    })
  }
  return count
}
