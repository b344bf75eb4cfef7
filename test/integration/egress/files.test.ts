import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'

import { describe, expect, test } from '@jest/globals'

import { egressStage } from './egressStage.ts'

const { client, receiver, raw, codeOf, until } = egressStage()

const KIB = 1024
const get = (url: string, bytesUpTo: number) =>
  client().send({ url, method: 'GET', bytesUpTo, maxResponseBytes: 16 })

describe('a file', () => {
  test('comes byte for byte, however it is cut on its way', async () => {
    const file = randomBytes(300 * KIB)
    const { url } = await receiver((_, response) => {
      response.write(file.subarray(0, 1))
      response.write(file.subarray(1, 70_001))
      response.end(file.subarray(70_001))
    })
    const answer = await get(url, 300 * KIB)
    expect(answer).toMatchObject({ status: 200, body: '', isBodyTruncated: false })
    expect(answer.bytes?.equals(file)).toBe(true)
  })

  test('keeps what a text would lose: NUL, broken UTF-8, a byte order mark', async () => {
    const file = Buffer.from([0xef, 0xbb, 0xbf, 0, 0xff, 0xfe, 0xc3, 0x28, 13, 10, 10])
    const { url } = await receiver((_, response) => response.end(file))
    expect((await get(url, KIB)).bytes).toEqual(file)
  })

  test('may be empty', async () => {
    const { url } = await receiver((_, response) => response.end())
    expect((await get(url, KIB)).bytes).toEqual(Buffer.alloc(0))
  })

  test('that declares too much is not read at all', async () => {
    const target = await receiver((_, response) => {
      response.writeHead(200, { 'content-length': String(KIB + 1) })
      // Nothing follows: whoever waits for the body waits for ever.
      response.flushHeaders()
    })
    const answer = await get(target.url, KIB)
    expect(answer).toMatchObject({ status: 200, body: '', isBodyTruncated: true })
    expect(answer).not.toHaveProperty('bytes')
    await until(() => target.closed() === 1)
  })

  test('that is too long and does not say so is dropped at the limit', async () => {
    const target = await receiver((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(8 * KIB)));
      }
      response.on('drain', more)
      more()
    })
    const answer = await get(target.url, 100 * KIB)
    expect(answer).toMatchObject({ status: 200, body: '', isBodyTruncated: true })
    expect(answer).not.toHaveProperty('bytes')
    await until(() => target.closed() === 1)
  })

  test('of exactly the limit is whole', async () => {
    const { url } = await receiver((_, response) => response.end(Buffer.alloc(KIB)))
    expect((await get(url, KIB)).bytes).toHaveLength(KIB)
  })

  test('that comes compressed though nobody asked has no bytes', async () => {
    const packed = gzipSync('file')
    const { url } = await receiver((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed),
    )
    const answer = await get(url, KIB)
    expect(answer).toMatchObject({ status: 200, isBodyTruncated: true })
    expect(answer).not.toHaveProperty('bytes')
  })

  test('that ends before its declared end is an error', async () => {
    const { url } = await raw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'),
    )
    expect(await codeOf(get(url, KIB))).toBe('FLOW_EGRESS_CONNECTION')
  })
})

test.each([302, 404, 503])('an answer %d is a text, cut as ever', async (status) => {
  const { url } = await receiver((_, response) =>
    response.writeHead(status).end('what is wrong, at length'),
  )
  const answer = await get(url, KIB)
  expect(answer).toMatchObject({ status, body: 'what is wrong, a', isBodyTruncated: true })
  expect(answer).not.toHaveProperty('bytes')
})

test('who does not ask for bytes gets none', async () => {
  const { url } = await receiver((_, response) => response.end('text'))
  const answer = await client().send({ url, method: 'GET' })
  expect(answer).toMatchObject({ body: 'text' })
  expect(answer).not.toHaveProperty('bytes')
})
