import { describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

import { emailReasons } from '../../../plugins/channels/email/emailReasons.ts'
import { engineReasons } from '../../../src/delivery-log/engineReasons.ts'
import { sayReasons } from '../../../src/delivery-log/sayReasons.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import type { HttpClientOptions } from '../../../src/egress/createHttpClient.ts'
import type { Attempt } from '../../../src/index.ts'
import type { FileAnswer } from './fileServer.ts'
import { answer, letterStage } from './letterStage.ts'

const MIB = 1024 * 1024
const { files, letter, received } = letterStage()

const port = () => new URL(files().url).port
/** A letter with one file that is answered so; a reader of Russian gets no English. */
const attemptWith = async (file: FileAnswer, path = '/a.pdf'): Promise<Attempt> => {
  files().serve({ [path]: file })
  const attempt = await letter([{ url: files().url + path }])
  expect(inRussian(attempt)).toMatch(/^[^a-z]*файл/i)
  return attempt
}
const inRussian = (attempt: Attempt): string | null => {
  const reason = attempt.outcome === 'delivered' ? (attempt.note ?? null) : attempt.reason
  const words = { ...engineReasons, ...emailReasons }
  return sayReasons({ reason, reasons: attempt.reasons }, 'ru', words)
}
async function withClient<Result>(
  options: Partial<HttpClientOptions>,
  work: (http: ReturnType<typeof createHttpClient>) => Promise<Result>,
): Promise<Result> {
  const http = createHttpClient({ allowPrivateTargets: true, ...options })
  try {
    return await work(http)
  } finally {
    await http.close()
  }
}

describe('no letter without its file: final', () => {
  test.each([
    [404, 'there is no file', 'файла'],
    [410, 'there is no file', 'файла'],
    [401, 'is not given out without a login', 'не отдаётся без входа'],
    [403, 'is not given out without a login', 'не отдаётся без входа'],
    [301, 'redirects are not followed', 'перенаправления не выполняются'],
    [400, 'answered 400', 'ответил 400'],
    [204, 'answered 204', 'ответил 204'],
    [206, 'answered 206', 'ответил 206'],
  ])('%d', async (status, english, russian) => {
    const attempt = await attemptWith(
      answer(status, { location: '/other' }, status === 204 ? '' : 'why'),
    )
    expect(attempt).toMatchObject({
      outcome: 'rejected',
      code: `EMAIL_ATTACHMENT_HTTP_${status}`,
      reason: expect.stringContaining(english),
      exchange: {
        request: { to: ['anna@example.com'], file: { method: 'GET', url: `${files().url}/a.pdf` } },
        response: { status },
      },
    })
    expect(attempt).toHaveProperty('reason', expect.stringContaining(`127.0.0.1:${port()}/a.pdf`))
    expect(inRussian(attempt)).toContain(russian)
    // A file that is gone says nothing about the mail server.
    expect(attempt).not.toHaveProperty('isGone')
    expect([received(), files().asked]).toEqual([[], ['/a.pdf']])
  })

  test('a second file that is missing', async () => {
    files().serve({ '/a.pdf': Buffer.from('a') })
    const attempt = await letter([{ url: `${files().url}/a.pdf` }, { url: `${files().url}/b.pdf` }])
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'EMAIL_ATTACHMENT_HTTP_404' })
    expect(received()).toEqual([])
  })

  test('empty, or compressed though nobody asked', async () => {
    expect(await attemptWith(Buffer.alloc(0))).toMatchObject({
      outcome: 'rejected',
      code: 'EMAIL_ATTACHMENT_EMPTY',
    })
    const packed = answer(200, { 'content-encoding': 'gzip' }, gzipSync('x'))
    expect(await attemptWith(packed)).toMatchObject({
      outcome: 'rejected',
      code: 'EMAIL_ATTACHMENT_COMPRESSED',
    })
    expect(received()).toEqual([])
  })
})

describe('too large', () => {
  const tooLarge = {
    outcome: 'rejected',
    code: 'EMAIL_ATTACHMENTS_TOO_LARGE',
    reason: expect.stringMatching(/^the files are more than 10 MiB together; .*\/a\.pdf$/),
    exchange: { response: { status: 200, body: '' } },
  }
  test('by its own word, before a byte of it is read', async () => {
    const attempt = await attemptWith((_, response) => {
      response.writeHead(200, { 'content-length': String(10 * MIB + 1) }).flushHeaders()
    })
    expect(attempt).toMatchObject(tooLarge)
  })
  test('without a word, and without an end', async () => {
    let dropped: Promise<unknown> | undefined
    const attempt = await attemptWith((_, response) => {
      dropped = once(response, 'close')
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
      }
      response.on('drain', more)
      more()
    })
    expect(attempt).toMatchObject(tooLarge)
    await dropped
  })
  test('together', async () => {
    files().serve({ '/6': Buffer.alloc(6 * MIB, 1), '/a.pdf': Buffer.alloc(4 * MIB + 1, 1) })
    const attempt = await letter([{ url: `${files().url}/6` }, { url: `${files().url}/a.pdf` }])
    expect(attempt).toMatchObject(tooLarge)
    expect(received()).toEqual([])
  })
})

describe('no letter without its file: to be tried again', () => {
  test.each([
    [503, { 'retry-after': '7' }, 7_000],
    [429, { 'retry-after': 'Thu, 01 Jan 1970 00:01:00 GMT' }, 60_000],
    [500, {}, undefined],
    [202, {}, undefined],
    [408, {}, undefined],
  ])('%d %j', async (status, headers, retryAfterMs) => {
    const attempt = await attemptWith(answer(status, headers))
    expect(attempt).toMatchObject({
      outcome: 'unavailable',
      code: `EMAIL_ATTACHMENT_HTTP_${status}`,
      reason: expect.stringContaining('cannot be had right now'),
    })
    expect('retryAfterMs' in attempt ? attempt.retryAfterMs : undefined).toBe(retryAfterMs)
    expect(received()).toEqual([])
  })

  test('a server that never answers', async () => {
    files().serve({ '/a.pdf': () => {} })
    const attempt = await withClient({ totalTimeoutMs: 50 }, (http) =>
      letter([{ url: `${files().url}/a.pdf` }], { http }),
    )
    expect(attempt).toMatchObject({ outcome: 'unavailable', code: 'FLOW_EGRESS_TIMEOUT' })
    expect(inRussian(attempt)).toMatch(/^не удалось получить файл .*\/a\.pdf; /)
  })

  test.each([
    ['before the answer', () => {}],
    ['in the middle of the file', (response: ServerResponse) => void response.write('half')],
  ])('the time of the try is over %s', async (_when, begin) => {
    const abort = new AbortController()
    files().serve({
      '/a.pdf': (_, response) => {
        begin(response)
        abort.abort()
      },
    })
    const attempt = await letter([{ url: `${files().url}/a.pdf` }], { signal: abort.signal })
    expect(attempt).toMatchObject({ outcome: 'unavailable', code: 'FLOW_EGRESS_ABORTED' })
    expect(inRussian(attempt)).toContain('файл')
    expect(received()).toEqual([])
  })

  test('a file that breaks off', async () => {
    const attempt = await attemptWith((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    })
    expect(attempt).toMatchObject({ outcome: 'unavailable', code: 'FLOW_EGRESS_CONNECTION' })
    expect(received()).toEqual([])
  })
})

describe('addresses', () => {
  test('one that is forbidden is never asked', async () => {
    files().serve({ '/a.pdf': Buffer.from('secret') })
    const attempt = await withClient({ allowPrivateTargets: false }, (http) =>
      letter([{ url: `${files().url}/a.pdf` }], { http }),
    )
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'FLOW_EGRESS_FORBIDDEN_TARGET' })
    expect(inRussian(attempt)).toMatch(/^не удалось получить файл .*; адрес ведёт внутрь/)
    expect([files().asked, received()]).toEqual([[], []])
  })

  test('a redirect to a forbidden one is not followed', async () => {
    files().serve({
      '/a.pdf': answer(302, { location: `${files().url}/secret` }),
      '/secret': Buffer.from('secret'),
    })
    const attempt = await letter([{ url: `${files().url}/a.pdf` }])
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'EMAIL_ATTACHMENT_HTTP_302' })
    expect([files().asked, received()]).toEqual([['/a.pdf'], []])
  })

  test.each([
    ['invoice.pdf', 'EMAIL_ATTACHMENT_ADDRESS_INVALID'],
    ['invoice.pdf?token=canary', 'EMAIL_ATTACHMENT_ADDRESS_INVALID'],
    ['//example.com/a.pdf', 'EMAIL_ATTACHMENT_ADDRESS_INVALID'],
    ['https://', 'EMAIL_ATTACHMENT_ADDRESS_INVALID'],
    ['ftp://example.com/a.pdf', 'EMAIL_ATTACHMENT_ADDRESS_INVALID'],
    ['file:///etc/passwd', 'EMAIL_ATTACHMENT_ADDRESS_INVALID'],
    ['data:text/plain,x', 'EMAIL_ATTACHMENT_ADDRESS_INVALID'],
    ['javascript:alert(1)', 'EMAIL_ATTACHMENT_ADDRESS_INVALID'],
    ['https://example.com/a b.pdf', 'FLOW_EGRESS_INVALID_REQUEST'],
    ['https://anna:canary@example.com/a.pdf', 'FLOW_EGRESS_FORBIDDEN_TARGET'],
    ['http://169.254.169.254/latest/meta-data', 'FLOW_EGRESS_FORBIDDEN_TARGET'],
  ])('%s: %s', async (address, code) => {
    const rows = [{ url: '{{ data.current.file }}' }]
    const attempt = await letter(rows, { current: { file: address } })
    expect(attempt).toMatchObject({ outcome: 'rejected', code })
    expect(inRussian(attempt)).toMatch(/файл/)
    expect(JSON.stringify(attempt)).not.toContain('canary')
    expect(received()).toEqual([])
  })

  test('a missing value is final and named, in the address and in the name', async () => {
    files().serve({ '/a.pdf': Buffer.from('a') })
    for (const row of [
      { url: `${files().url}/{{ data.current.nope }}` },
      { url: `${files().url}/a.pdf`, name: '{{ data.current.nope }}' },
    ]) {
      expect(await letter([row])).toMatchObject({
        outcome: 'rejected',
        code: 'FLOW_TEMPLATE_FAILED',
        reason: expect.stringContaining('data.current.nope'),
      })
    }
    expect([files().asked, received()]).toEqual([[], []])
  })

  test('nothing is fetched for a letter that cannot go', async () => {
    const attempt = await letter([{ url: `${files().url}/a.pdf` }], {
      target: { to: '{{ data.current.email }}', attachments: [{ url: `${files().url}/a.pdf` }] },
      current: { email: null },
    })
    expect(attempt).toMatchObject({ code: 'FLOW_EMAIL_NO_RECIPIENT' })
    expect(files().asked).toEqual([])
  })
})
