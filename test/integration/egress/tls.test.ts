import { afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { buildConnector } from 'undici'

import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import { createHttpClient, type MakeConnector } from '../../../src/egress/createHttpClient.ts'
import type { HttpClient } from '../../../src/egress/httpClient.ts'
import { attemptOnce } from '../../../src/testing/attemptOnce.ts'
import {
  type Certificate,
  createAuthority,
  createCertificate,
  startTlsReceiver,
} from './startTlsReceiver.ts'

const HOST = 'hooks.example'
const DAY_MS = 86_400_000
let authority: Certificate
let stranger: Certificate

beforeAll(async () => {
  authority = await createAuthority('Test authority')
  stranger = await createAuthority('Somebody else')
})
const open: { close: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()))
})
const kept = <Closable extends { close: () => Promise<void> }>(each: Closable): Closable => {
  open.push(each)
  return each
}

/** The client as it is, in a world that trusts the test's authority. */
const client = (): HttpClient => {
  const makeConnector: MakeConnector = (options) =>
    buildConnector({ ...options, ca: authority.cert, rejectUnauthorized: true })
  return kept(
    createHttpClient({
      allowPrivateTargets: true,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      makeConnector,
    }),
  )
}
const send = (http: HttpClient, url: string): Promise<unknown> =>
  http.send({ url, method: 'POST', body: '{"a":1}' })

describe('a receiver whose certificate', () => {
  test('is good', async () => {
    const certificate = await createCertificate({ host: HOST, authority })
    const receiver = kept(await startTlsReceiver(certificate))
    expect(await send(client(), receiver.url)).toMatchObject({ status: 200 })
  })

  test.each([
    ['is signed by itself', 'nobody but itself', () => createCertificate({ host: HOST })],
    [
      'is for another host',
      'another host name',
      () => createCertificate({ host: 'other.example', authority }),
    ],
    [
      'has expired',
      'has expired',
      () =>
        createCertificate({
          host: HOST,
          authority,
          from: new Date(Date.now() - 2 * DAY_MS),
          until: new Date(Date.now() - DAY_MS),
        }),
    ],
    [
      'is not valid yet',
      'not valid yet',
      () =>
        createCertificate({
          host: HOST,
          authority,
          from: new Date(Date.now() + DAY_MS),
          until: new Date(Date.now() + 2 * DAY_MS),
        }),
    ],
    [
      'is signed by an authority nobody knows',
      'a known authority',
      () => createCertificate({ host: HOST, authority: stranger }),
    ],
    [
      'pretends to be signed by a known one',
      'signature',
      async () =>
        createCertificate({ host: HOST, authority: await createAuthority('Test authority') }),
    ],
  ])('%s gets nothing, and the reason is said in words', async (_what, words, make) => {
    const receiver = kept(await startTlsReceiver(await make()))
    await expect(send(client(), receiver.url)).rejects.toMatchObject({
      code: 'FLOW_EGRESS_TLS',
      message: expect.stringContaining(words),
    })
    expect(receiver.requests()).toBe(0)
  })

  test('is signed by itself, as the log of a webhook tells it: it may be mended, so it is tried again', async () => {
    const receiver = kept(await startTlsReceiver(await createCertificate({ host: HOST })))
    const attempt = await attemptOnce(webhookChannel, {
      target: webhookChannel.target.parse({ url: receiver.url }),
      secrets: { secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
      http: client(),
      close: async () => undefined,
    })
    expect(attempt).toMatchObject({
      outcome: 'unavailable',
      reason: expect.stringContaining('nobody but itself'),
    })
    expect(receiver.requests()).toBe(0)
  })
})
