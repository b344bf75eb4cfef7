import { afterEach, describe, expect, test } from '@jest/globals'
import type { SMTPServerOptions } from 'smtp-server'

import { classifyMailError } from '../../../plugins/channels/email/classifyMailError.ts'
import type { SmtpOptions } from '../../../src/egress/mail/createSmtpOptions.ts'
import type { Attempt } from '../../../src/index.ts'
import { deliver, smtpMailer } from './arrangeEmail.ts'
import { closedPortUrl, refusal, startSmtpServer, startTcpServer } from './smtpStub.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function attemptAgainst(
  url: string,
  options: Partial<SmtpOptions> = {},
  target: Record<string, unknown> = {},
): Promise<Attempt> {
  const { mailer, transport } = smtpMailer(url, options)
  cleanups.push(() => transport.close())
  return deliver({ mailer, target })
}

async function attemptWith(
  server: SMTPServerOptions,
  options: Partial<SmtpOptions> = {},
  target: Record<string, unknown> = {},
): Promise<Attempt> {
  const stub = await startSmtpServer(server)
  cleanups.push(stub.close)
  return attemptAgainst(stub.url, options, target)
}

const atRecipient = (code: number): SMTPServerOptions => ({
  onRcptTo: (_address, _session, callback) => callback(refusal(code, 'no')),
})
const atSender = (code: number): SMTPServerOptions => ({
  onMailFrom: (_address, _session, callback) => callback(refusal(code, 'no')),
})
const atConnect = (code: number): SMTPServerOptions => ({
  onConnect: (_session, callback) => callback(refusal(code, 'no')),
})
const atLogin = (code: number): SMTPServerOptions => ({
  authOptional: false,
  onAuth: (_auth, _session, callback) => callback(refusal(code, 'no')),
})
const afterData = (code: number): SMTPServerOptions => ({
  onData: (stream, _session, callback) => {
    stream.resume()
    stream.on('end', () => callback(refusal(code, 'no')))
  },
})
const login = { auth: { user: 'shop', pass: 'canary-password' } }

describe('EV-30: what the server says decides', () => {
  test.each<[string, SMTPServerOptions, Partial<SmtpOptions>, Attempt['outcome'], string]>([
    ['greylisting', atRecipient(451), {}, 'unavailable', 'SMTP_451'],
    ['mailbox busy', atRecipient(450), {}, 'unavailable', 'SMTP_450'],
    ['unknown user', atRecipient(550), {}, 'rejected', 'SMTP_550'],
    ['mailbox full', atRecipient(552), {}, 'rejected', 'SMTP_552'],
    ['sender refused', atSender(553), {}, 'rejected', 'SMTP_553'],
    ['login required', { authOptional: false }, {}, 'rejected', 'SMTP_530'],
    ['server closing', atConnect(421), {}, 'unavailable', 'SMTP_421'],
    ['refused at the door', atConnect(554), {}, 'rejected', 'SMTP_554'],
    ['no space after DATA', afterData(452), {}, 'unavailable', 'SMTP_452'],
    ['too large after DATA', afterData(552), {}, 'rejected', 'SMTP_552'],
    ['spam after DATA', afterData(554), {}, 'rejected', 'SMTP_554'],
    ['bad login', atLogin(535), login, 'rejected', 'SMTP_535'],
    ['login out of order', atLogin(454), login, 'unavailable', 'SMTP_454'],
    ['TLS demanded, not offered', {}, { requireTLS: true }, 'rejected', 'SMTP_500'],
  ])('%s', async (_name, server, options, outcome, code) => {
    const attempt = await attemptWith(server, options)
    expect(attempt).toMatchObject({ outcome, code })
    expect(JSON.stringify(attempt)).not.toContain('canary-password')
  })
})

describe('EV-30: connections', () => {
  test('refused', async () => {
    const attempt = await attemptAgainst(await closedPortUrl())
    expect(attempt).toMatchObject({ outcome: 'unavailable', code: 'ESOCKET' })
  })
  test('closed at once: one connection, no resending inside the pool', async () => {
    const server = await startTcpServer((socket) => socket.destroy())
    cleanups.push(server.close)
    const attempt = await attemptAgainst(server.url)
    expect(attempt).toMatchObject({ outcome: 'unavailable' })
    expect(server.connections()).toBe(1)
  })
  test('no greeting', async () => {
    const server = await startTcpServer(() => {})
    cleanups.push(server.close)
    const attempt = await attemptAgainst(server.url, { greetingTimeout: 100 })
    expect(attempt).toMatchObject({ outcome: 'unavailable', code: 'ETIMEDOUT' })
  })
  test('closed in the middle of the message', async () => {
    const server = await startTcpServer((socket) => {
      socket.write('220 hello\r\n')
      socket.on('data', (data) => {
        const line = data.toString()
        if (line.startsWith('DATA')) socket.destroy()
        else socket.write('250 ok\r\n')
      })
    })
    cleanups.push(server.close)
    expect(await attemptAgainst(server.url)).toMatchObject({ outcome: 'unavailable' })
  })
  test('TLS on a plain port is a wrong setting, not an outage', async () => {
    const attempt = await attemptWith({}, { secure: true })
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'ESOCKET' })
  })
  test('a self-signed certificate is a wrong setting, not an outage', async () => {
    const attempt = await attemptWith({ secure: true }, { secure: true })
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'ESOCKET' })
    expect(attempt).toHaveProperty('reason', expect.stringMatching(/certificate|self.signed/i))
  })
  test('a host that is not there', async () => {
    const attempt = await attemptAgainst('smtp://mail.invalid:2525')
    expect(attempt).toMatchObject({ outcome: 'unavailable', code: 'EDNS' })
  })
  test.each<[string, SMTPServerOptions, Partial<SmtpOptions>]>([
    ['TLS from the start', { secure: true }, { secure: true }],
    ['TLS by STARTTLS', { disabledCommands: [] }, { requireTLS: true }],
  ])('%s: letters arrive, all over one connection', async (_name, server, options) => {
    let sessions = 0
    const onConnect: SMTPServerOptions['onConnect'] = (_session, callback) => {
      sessions += 1
      callback()
    }
    const stub = await startSmtpServer({ ...server, onConnect })
    cleanups.push(stub.close)
    const tls = { rejectUnauthorized: false }
    const { mailer, transport } = smtpMailer(stub.url, { ...options, tls, maxConnections: 1 })
    cleanups.push(() => transport.close())
    for (const key of ['dlv_1', 'dlv_2', 'dlv_3']) {
      expect(await deliver({ mailer, idempotencyKey: key })).toMatchObject({
        code: 'SMTP_ACCEPTED',
      })
    }
    expect(stub.received).toHaveLength(3)
    expect(sessions).toBe(1)
  })
  test('time of one try over: unavailable, without waiting for the server', async () => {
    const server = await startTcpServer(() => {})
    cleanups.push(server.close)
    const { mailer, transport } = smtpMailer(server.url)
    cleanups.push(() => transport.close())
    const abort = new AbortController()
    const attempt = deliver({ mailer, signal: abort.signal })
    abort.abort()
    expect(await attempt).toMatchObject({ outcome: 'unavailable', code: 'FLOW_EMAIL_ABORTED' })
  })
})

describe('several recipients', () => {
  const byAddress = (codes: Record<string, number>): SMTPServerOptions => ({
    onRcptTo: ({ address }, _session, callback) => {
      const code = codes[address]
      callback(code === undefined ? null : refusal(code, `no ${address}`))
    },
  })
  const to = 'a@example.com, b@example.com, c@example.com'

  test('some refused for good: delivered, and the note says who did not get it', async () => {
    const attempt = await attemptWith(byAddress({ 'b@example.com': 550 }), {}, { to })
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'SMTP_PARTIAL',
      note: expect.stringMatching(/^refused: b@example.com \(550 no b@example.com\)$/),
      receipt: {
        accepted: ['a@example.com', 'c@example.com'],
        refused: [{ address: 'b@example.com', code: 550, isTransient: false }],
      },
    })
  })
  test('some refused for now: delivered too, for the others must not get it twice', async () => {
    const attempt = await attemptWith(byAddress({ 'b@example.com': 451 }), {}, { to })
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'SMTP_PARTIAL',
      note: expect.stringContaining('refused for now and not tried again'),
      receipt: { refused: [{ address: 'b@example.com', code: 451, isTransient: true }] },
    })
  })
  test('all refused, one of them only for now: try again', async () => {
    const codes = { 'a@example.com': 451, 'b@example.com': 550, 'c@example.com': 550 }
    const attempt = await attemptWith(byAddress(codes), {}, { to })
    expect(attempt).toMatchObject({ outcome: 'unavailable' })
  })
  test('all refused for good', async () => {
    const codes = { 'a@example.com': 550, 'b@example.com': 550, 'c@example.com': 551 }
    const attempt = await attemptWith(byAddress(codes), {}, { to })
    expect(attempt).toMatchObject({ outcome: 'rejected' })
  })
})

// Rows that need another resolver, server or setting than these tests have.
test.each([
  [{ code: 'EDNS' }, true],
  [{ code: 'ECONNECTION' }, true],
  [{}, true],
  [{ code: 'EENVELOPE', command: 'API' }, false],
  [{ code: 'EMESSAGE', command: 'MAIL FROM' }, false],
  [{ code: 'EAUTH' }, false],
  [{ code: 'ENOAUTH' }, false],
  [{ code: 'ECONFIG' }, false],
  [{ code: 'EPROTOCOL', responseCode: 250 }, false],
  [{ code: 'ESOCKET', cause: new Error('certificate has expired') }, false],
])('error %j is transient: %p', (fields, isTransient) => {
  const error = Object.assign(new Error('something'), fields)
  expect(classifyMailError(error).isTransient).toBe(isTransient)
})
