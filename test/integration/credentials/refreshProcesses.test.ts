import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createAmocrmChannel } from '../../../plugins/channels/amocrm/amocrmChannel.ts'
import { buildChild } from '../../faults/support/buildChild.ts'
import type { RenewalReport, RenewalSetup } from '../../support/credentials/renewalMessages.ts'
import { fakeIntegration } from '../../support/fakes/amocrm/amocrmTokens.ts'
import { type AmocrmFake, startAmocrmFake } from '../../support/fakes/amocrm/startAmocrmFake.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { createActor } from '../../support/payload/createActor.ts'

const PROCESSES = 20
const encryptionKeys = `k1:${Buffer.alloc(32, 7).toString('base64')}`

let flow: BootedFlow
let amocrm: AmocrmFake
const children: ChildProcess[] = []

beforeAll(async () => {
  amocrm = await startAmocrmFake()
  flow = await bootFlow({
    channels: [createAmocrmChannel({ apiUrl: amocrm.url })],
    encryptionKeys,
    worker: false,
  })
}, 300_000)
afterAll(async () => {
  for (const child of children) child.disconnect()
  await Promise.all(children.map((child) => next(child, 'exit')))
  await flow?.destroy()
  await amocrm?.close()
})

const next = (child: ChildProcess, event: 'exit' | 'message'): Promise<unknown> =>
  new Promise((resolve) => {
    if (event === 'exit' && child.exitCode !== null) resolve(null)
    child.once(event, resolve)
  })

/** Answers of children that never come must not hang the test. */
async function answer(child: ChildProcess): Promise<RenewalReport> {
  const ended = next(child, 'exit').then(() => {
    throw new Error('a process ended before it answered')
  })
  return (await Promise.race([next(child, 'message'), ended])) as RenewalReport
}

async function start(program: string, setup: RenewalSetup): Promise<void> {
  const child = fork(program, [JSON.stringify(setup)], {
    execArgv: ['--no-deprecation'],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  children.push(child)
  expect(await answer(child)).toEqual({ type: 'ready' })
}

describe('EV-30 a token that may be renewed once', () => {
  test('twenty real processes at once make one call, and all go on with what it said', async () => {
    const manager = await createActor(flow.payload, 'manager')
    const { clientId, clientSecret, redirectUri } = fakeIntegration
    const account = { clientId, clientSecret, redirectUri, ...amocrm.tokens.current() }
    const stored = await flow.rest(
      'POST',
      '/channel-credentials',
      {
        name: 'CRM',
        channel: 'amocrm',
        amocrm: { domain: 'example.amocrm.ru', ...account },
        expiresAt: new Date(Date.now() - 1_000).toISOString(),
      },
      { user: manager },
    )
    expect(stored.status).toBe(201)
    const source = new URL('../../support/credentials/renewalChild.ts', import.meta.url)
    const program = await buildChild(fileURLToPath(source))
    const setup = {
      ...{ databaseUrl: flow.databaseUrl, encryptionKeys, url: amocrm.url },
      credentialId: Number(stored.body.doc['id']),
    }
    // Four at a time start, so that a small machine is not drowned; all wait for one word.
    for (let begun = 0; begun < PROCESSES; begun += 4) {
      await Promise.all([1, 2, 3, 4].map(() => start(program, setup)))
    }
    const answers = Promise.all(children.map(answer))
    for (const child of children) child.send('renew')
    const reports = await answers
    const expiresAt = 'expiresAt' in (reports[0] ?? {}) ? reports[0] : undefined
    expect(expiresAt).toMatchObject({ type: 'renewed', isOk: true, expiresAt: expect.any(Number) })
    expect(new Set(reports.map((report) => JSON.stringify(report))).size).toBe(1)
    const renewals = amocrm.calls.filter((call) => call === 'POST /oauth2/access_token')
    expect(renewals).toHaveLength(1)
    expect(amocrm.tokens.current().refreshToken).toBe('f4ke-refresh-2')
  }, 600_000)
})
