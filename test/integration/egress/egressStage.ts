import { afterEach } from '@jest/globals'

import { createHttpClient, type HttpClientOptions } from '../../../src/egress/createHttpClient.ts'
import type { HttpClient, HttpRequest } from '../../../src/egress/httpClient.ts'
import { type Receiver, startRawReceiver, startReceiver } from './startReceiver.ts'

/** Clients and receivers that are closed after each test of the file. */
export type EgressStage = {
  client: (options?: Partial<HttpClientOptions>) => HttpClient
  receiver: (...args: Parameters<typeof startReceiver>) => Promise<Receiver>
  /** One that speaks raw bytes. */
  raw: (...args: Parameters<typeof startRawReceiver>) => Promise<Receiver>
  post: (url: string, more?: Partial<HttpRequest>) => HttpRequest
  /** The code of the error, or `answered`. */
  codeOf: (promise: Promise<unknown>) => Promise<unknown>
  /** Waits for a condition of the outside world, without guessing how long it takes. */
  until: (condition: () => boolean) => Promise<void>
}

/** Call it once, at the top of a test file. */
export function egressStage(): EgressStage {
  const open: { close: () => Promise<void> }[] = []
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()))
  })
  const kept = <Closable extends { close: () => Promise<void> }>(each: Closable): Closable => {
    open.push(each)
    return each
  }
  return {
    client: (options = {}) => kept(createHttpClient({ allowPrivateTargets: true, ...options })),
    receiver: async (...args) => kept(await startReceiver(...args)),
    raw: async (...args) => kept(await startRawReceiver(...args)),
    post: (url, more = {}) => ({ url, method: 'POST', body: '{"a":1}', ...more }),
    codeOf: (promise) =>
      promise.then(
        () => 'answered',
        (error: { code?: string }) => error.code,
      ),
    until: async (condition) => {
      while (!condition()) await new Promise((resolve) => setImmediate(resolve))
    },
  }
}
