import { describe, expect, test } from '@jest/globals'

import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { egressStage } from './egressStage.ts'
import type { startRawReceiver } from './startReceiver.ts'

const { client, receiver, raw, post, codeOf, until } = egressStage()

describe('time', () => {
  /** Calls back every turn of the event loop until the socket is gone: a drip without a clock. */
  const drip = (isGone: () => boolean, write: () => void): void => {
    if (isGone()) return
    write()
    setTimeout(() => drip(isGone, write), 5)
  }

  test.each([
    ['says nothing', () => {}],
    [
      'drips its header',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n')
        drip(
          () => socket.destroyed,
          () => socket.write('a: b\r\n'),
        )
      },
    ],
    [
      'drips its body',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
        drip(
          () => socket.destroyed,
          () => socket.write('1\r\nx\r\n'),
        )
      },
    ],
    [
      'promises more than it sends',
      (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc'),
    ],
    [
      'repeats interim answers for ever',
      (socket) => {
        drip(
          () => socket.destroyed,
          () => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'),
        )
      },
    ],
  ] as [string, Parameters<typeof startRawReceiver>[0]][])(
    'a receiver that %s is cut off at the total limit',
    async (_, answer) => {
      const target = await raw(answer)
      expect(await codeOf(client().send(post(target.url, { timeoutMs: 80 })))).toBe(
        'FLOW_EGRESS_TIMEOUT',
      )
      await until(() => target.closed() === target.connections())
    },
  )

  test('the default limit and the ceiling hold', async () => {
    const target = await raw(() => {})
    expect(await codeOf(client({ totalTimeoutMs: 40 }).send(post(target.url)))).toBe(
      'FLOW_EGRESS_TIMEOUT',
    )
    expect(
      await codeOf(client({ maxTimeoutMs: 40 }).send(post(target.url, { timeoutMs: 60_000 }))),
    ).toBe('FLOW_EGRESS_TIMEOUT')
  })

  test('waiting for a free connection counts too', async () => {
    const target = await raw(() => {})
    const http = client({ connectionsPerOrigin: 1 })
    const codes = await Promise.all(
      [1, 2, 3].map(() => codeOf(http.send(post(target.url, { timeoutMs: 60 })))),
    )
    expect(codes).toEqual(Array(3).fill('FLOW_EGRESS_TIMEOUT'))
    expect(target.connections()).toBe(1)
  })

  test('waiting for DNS counts too', async () => {
    const http = client({ resolve: () => new Promise(() => {}), dnsTimeoutMs: 60_000 })
    expect(await codeOf(http.send(post('http://slow.example/', { timeoutMs: 30 })))).toBe(
      'FLOW_EGRESS_TIMEOUT',
    )
  })

  test('an abort before, while waiting and while reading', async () => {
    const silent = await raw(() => {})
    const partly = await raw((socket) =>
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc'),
    )
    const http = client()
    expect(await codeOf(http.send(post(silent.url, { signal: AbortSignal.abort() })))).toBe(
      'FLOW_EGRESS_ABORTED',
    )
    expect(silent.connections()).toBe(0)
    for (const target of [silent, partly]) {
      const controller = new AbortController()
      const sent = codeOf(http.send(post(target.url, { signal: controller.signal })))
      await until(() => target.connections() > 0)
      controller.abort()
      expect(await sent).toBe('FLOW_EGRESS_ABORTED')
      await until(() => target.closed() === target.connections())
    }
  })
})

describe('failures have names', () => {
  test('nobody listens', async () => {
    const target = await receiver(() => {})
    await target.close()
    expect(await codeOf(client().send(post(target.url)))).toBe('FLOW_EGRESS_CONNECTION')
  })

  test.each([
    ['garbage', (socket) => socket.end('\u0000\u0001\u0002 not http at all\r\n\r\n')],
    ['an SSH banner', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')],
    ['a closed connection', (socket) => socket.destroy()],
    ['half a body', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc')],
    [
      'a bad chunk size',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'),
    ],
    [
      'two lengths',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'),
    ],
    [
      'an upgrade nobody asked for',
      (socket) =>
        socket.write(
          'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
        ),
    ],
  ] as [string, Parameters<typeof startRawReceiver>[0]][])(
    '%s is a connection failure',
    async (_, answer) => {
      const { url } = await raw(answer)
      expect(await codeOf(client().send(post(url)))).toBe('FLOW_EGRESS_CONNECTION')
    },
  )

  test('https to a server without TLS', async () => {
    const { url } = await raw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(await codeOf(client().send(post(url.replace('http:', 'https:'))))).toBe(
      'FLOW_EGRESS_TLS',
    )
  })

  test('a closed client', async () => {
    const http = createHttpClient({ allowPrivateTargets: true })
    await http.close()
    expect(await codeOf(http.send(post('http://127.0.0.1:9/')))).toBe(
      'FLOW_EGRESS_FORBIDDEN_TARGET',
    )
    expect(await codeOf(http.send(post('http://127.0.0.1:9999/')))).toBe('FLOW_EGRESS_ABORTED')
  })
})
