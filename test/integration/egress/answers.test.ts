import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'

import { afterEach, describe, expect, test } from '@jest/globals'

import { createHttpClient, type HttpClientOptions } from '../../../src/egress/createHttpClient.ts'
import type { HttpClient, HttpRequest } from '../../../src/egress/httpClient.ts'
import { type Receiver, startRawReceiver, startReceiver } from './startReceiver.ts'

const open: { close: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()))
})
const kept = <Closable extends { close: () => Promise<void> }>(each: Closable): Closable => {
  open.push(each)
  return each
}
const client = (options: Partial<HttpClientOptions> = {}): HttpClient =>
  kept(createHttpClient({ allowPrivateTargets: true, ...options }))
const receiver = async (...args: Parameters<typeof startReceiver>): Promise<Receiver> =>
  kept(await startReceiver(...args))
const raw = async (...args: Parameters<typeof startRawReceiver>): Promise<Receiver> =>
  kept(await startRawReceiver(...args))
const post = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  url,
  method: 'POST',
  body: '{"a":1}',
  ...more,
})
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'answered',
    (error: { code?: string }) => error.code,
  )
/** Waits for a condition of the outside world, without guessing how long it takes. */
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}

describe('an ordinary exchange', () => {
  test('sends the exact body and headers and returns the answer', async () => {
    let seen = ''
    const { url } = await receiver((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString('utf8')
      })
      request.on('end', () => {
        seen = `${request.method} ${request.url} ${request.headers['x-a']} ${request.headers['content-length']} ${body}`
        expect(request.headers['user-agent']).toMatch(/^FlowMasters\/\d/)
        expect(request.headers['accept-encoding']).toBe('identity')
        response.writeHead(
          201,
          [
            ['X-Many', '1'],
            ['x-many', '2'],
            ['Set-Cookie', 'a=1'],
            ['Set-Cookie', 'b=2'],
          ].flat(),
        )
        response.end('Привет 👋')
      })
    })
    const answer = await client().send(
      post(`${url}?q=1#fragment`, { headers: { 'X-A': 'b' }, body: '{"ы":"👋"}' }),
    )
    expect(seen).toBe('POST /hook?q=1 b 13 {"ы":"👋"}')
    expect(answer).toMatchObject({
      status: 201,
      headers: { 'x-many': '1, 2', 'set-cookie': 'a=1, b=2' },
      body: 'Привет 👋',
      isBodyTruncated: false,
    })
    expect(answer.durationMs).toBeGreaterThanOrEqual(0)
  })

  test.each(['GET', 'PUT', 'PATCH', 'DELETE'] as const)('%s', async (method) => {
    const { url } = await receiver((request, response) => response.end(request.method))
    expect((await client().send({ url, method })).body).toBe(method)
  })

  test('connections are reused, and no more are opened than the limit', async () => {
    const target = await receiver((_, response) => response.end('ok'))
    const http = client({ connectionsPerOrigin: 8 })
    // A socket is free again one turn of the event loop after its answer, so one after the other needs two.
    for (let round = 0; round < 20; round += 1) await http.send(post(target.url))
    expect(target.connections()).toBeLessThanOrEqual(2)
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 64 }, () => http.send(post(target.url))))
    }
    expect(target.connections()).toBeLessThanOrEqual(8)
  })

  test('interim 1xx answers are skipped', async () => {
    const { url } = await raw((socket) =>
      socket.end(
        'HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 202 Accepted\r\ncontent-length: 2\r\n\r\nok',
      ),
    )
    expect(await client().send(post(url))).toMatchObject({ status: 202, body: 'ok' })
  })

  test('a NUL, which PostgreSQL cannot store, is replaced', async () => {
    const { url } = await receiver((_, response) => response.end('a\u0000b'))
    expect((await client().send(post(url))).body).toBe('a\ufffdb')
  })

  test('proxy variables are ignored', async () => {
    const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY'] as const
    const before = names.map((name) => process.env[name])
    const proxy = await receiver((_, response) => response.end('proxy'))
    for (const name of names) process.env[name] = proxy.url
    try {
      const { url } = await receiver((_, response) => response.end('direct'))
      expect((await client().send(post(url))).body).toBe('direct')
      expect(proxy.connections()).toBe(0)
    } finally {
      names.forEach((name, index) => {
        const value = before[index]
        if (value === undefined) delete process.env[name]
        else process.env[name] = value
      })
    }
  })
})

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])(
    '%d is returned as it is, nobody follows',
    async (status) => {
      const inside = await receiver((_, response) => response.end('secret'))
      const { url } = await receiver((_, response) =>
        response.writeHead(status, { location: inside.url }).end(),
      )
      expect(await client().send(post(url))).toMatchObject({
        status,
        headers: { location: inside.url },
      })
      expect(inside.connections()).toBe(0)
    },
  )

  test('a location that points at itself is asked once', async () => {
    let requests = 0
    const { url } = await receiver((request, response) => {
      requests += 1
      response.writeHead(302, { location: request.url }).end()
    })
    expect((await client().send(post(url))).status).toBe(302)
    expect(requests).toBe(1)
  })
})

describe('limits on what is read', () => {
  test('a long body is cut at the limit, not in the middle of a character, and the socket is dropped', async () => {
    const target = await receiver((_, response) => response.end('я'.repeat(100_000)))
    const answer = await client().send(post(target.url, { maxResponseBytes: 11 }))
    expect(answer).toMatchObject({ status: 200, body: 'яяяяя', isBodyTruncated: true })
    await until(() => target.closed() === 1)
  })

  test('a body of exactly the limit is whole, and its connection is kept', async () => {
    const target = await receiver((_, response) => response.end('x'.repeat(16_384)))
    const http = client()
    for (let round = 0; round < 5; round += 1) {
      const answer = await http.send(post(target.url))
      expect([answer.body.length, answer.isBodyTruncated]).toEqual([16_384, false])
    }
    expect(target.connections()).toBeLessThanOrEqual(2)
  })

  test('an endless chunked body ends at the limit', async () => {
    const target = await receiver((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(8192)));
      }
      response.on('drain', more)
      more()
    })
    const answer = await client().send(post(target.url))
    expect([answer.status, answer.body.length, answer.isBodyTruncated]).toEqual([200, 16_384, true])
    await until(() => target.closed() === 1)
  })

  test.each([
    ['gzip', gzipSync(Buffer.alloc(5_000_000))],
    ['deflate', deflateSync(Buffer.alloc(5_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(5_000_000)))],
    ['br, gzip, br', Buffer.from('stacked')],
    ['zstd', Buffer.from('unknown')],
  ])(
    'a %s answer is never unpacked: the status counts, the bytes are left out',
    async (encoding, bytes) => {
      const { url } = await receiver((_, response) =>
        response.writeHead(200, { 'content-encoding': encoding }).end(bytes),
      )
      expect(await client().send(post(url))).toMatchObject({
        status: 200,
        body: '',
        isBodyTruncated: true,
      })
    },
  )

  test('an endless header is refused', async () => {
    const { url } = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const more = (): void => {
        while (!socket.destroyed && socket.write(`x-${Math.random()}: ${'y'.repeat(1000)}\r\n`));
      }
      socket.on('drain', more)
      more()
    })
    expect(await codeOf(client().send(post(url)))).toBe('FLOW_EGRESS_CONNECTION')
  })
})

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

describe('request headers', () => {
  test.each([
    'host',
    'Host',
    'content-length',
    'Transfer-Encoding',
    'connection',
    'keep-alive',
    'proxy-authorization',
    'proxy-connection',
    'te',
    'trailer',
    'upgrade',
    'expect',
    'accept-encoding',
  ])('%s belongs to the connection', async (name) => {
    const target = await receiver((_, response) => response.end())
    expect(await codeOf(client().send(post(target.url, { headers: { [name]: 'x' } })))).toBe(
      'FLOW_EGRESS_INVALID_REQUEST',
    )
    expect(target.connections()).toBe(0)
  })

  test.each([
    ['x-a', 'b\r\nx-evil: 1'],
    ['x-a', 'b\nc'],
    ['x-a', 'b\rc'],
    ['x-a', 'b\u0000c'],
    ['x-a', 'привет'],
    ['x-a\r\nx-b', 'c'],
    ['x a', 'b'],
    ['', 'b'],
    ['x:a', 'b'],
    ['x-a', 'b\u010ac'],
  ])('%j: %j cannot end a line or smuggle one', async (name, value) => {
    const target = await receiver((_, response) => response.end())
    expect(await codeOf(client().send(post(target.url, { headers: { [name]: value } })))).toBe(
      'FLOW_EGRESS_INVALID_REQUEST',
    )
    expect(target.connections()).toBe(0)
  })

  test('a path cannot end the request line', async () => {
    let seen: string | undefined
    const { url } = await receiver((request, response) => {
      seen = request.url
      response.end()
    })
    await client().send(post(`${url}/%0d%0aGET%20/x`))
    expect(seen).toBe('/hook/%0d%0aGET%20/x')
  })
})
