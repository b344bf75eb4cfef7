import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'

import { describe, expect, test } from '@jest/globals'

import { egressStage } from './egressStage.ts'

const { client, receiver, raw, post, codeOf, until } = egressStage()

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
