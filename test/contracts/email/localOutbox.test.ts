import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

import { localOutboxEmailAdapter } from '../../../config/localOutboxEmailAdapter.ts'
import { createMailer } from '../../../src/egress/mail/createMailer.ts'
import { createSmtpOptions } from '../../../src/egress/mail/createSmtpOptions.ts'
import { listLocalMail } from '../../../src/egress/mail/listLocalMail.ts'
import { createLocalOutbox } from '../../../src/egress/mail/localOutbox.ts'
import { toMailReceipt } from '../../../src/egress/mail/toMailReceipt.ts'
import { deliver } from './arrangeEmail.ts'

let folder: string
let outboxDir: string
let time: number
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flowmasters-mail-'))
  outboxDir = join(folder, 'deep', 'mail-outbox')
  time = Date.parse('2026-11-21T10:00:00.000Z')
})
afterEach(() => rm(folder, { recursive: true }))

function localMailer(dir = outboxDir) {
  return createMailer({
    sendEmail: () => Promise.reject(new Error('no SMTP here')),
    isSmtpConfigured: false,
    outboxDir: dir,
    now: () => {
      time += 1
      return time
    },
  })
}

describe('EV-30: without SMTP_URL mails are kept on this machine', () => {
  test('delivered, and it says where the mail is', async () => {
    const attempt = await deliver({ mailer: localMailer(), current: { name: 'Анна' } })
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'LOCAL_OUTBOX',
      note: 'kept in the local outbox, no SMTP_URL is set',
      receipt: { transport: 'local', messageId: '<dlv_0199@flowmasters.local>' },
    })
    const [mail] = await listLocalMail({ outboxDir })
    expect(mail).toMatchObject({
      to: ['anna@example.com'],
      subject: 'Order 7',
      text: 'Thank you, Анна!',
      messageId: '<dlv_0199@flowmasters.local>',
      keptAt: '2026-11-21T10:00:00.001Z',
    })
    const eml = await PostalMime.parse(await readFile(join(outboxDir, mail?.emlFile ?? '')))
    expect(eml).toMatchObject({ subject: 'Order 7', messageId: '<dlv_0199@flowmasters.local>' })
    expect(eml.text?.trim()).toBe('Thank you, Анна!')
  })
  test('the files that went along are listed by name and kept whole', async () => {
    const content = Buffer.from([0, 255, 10, 13, 10])
    const attachments = [{ filename: 'Счёт.pdf', content, contentType: 'application/pdf' }]
    await localMailer().send({ to: ['a@example.com'], subject: 'x', text: 'y', attachments })
    const [mail] = await listLocalMail({ outboxDir })
    expect(mail?.attachments).toEqual([
      { filename: 'Счёт.pdf', contentType: 'application/pdf', bytes: 5 },
    ])
    const eml = await PostalMime.parse(await readFile(join(outboxDir, mail?.emlFile ?? '')))
    expect(eml.attachments).toMatchObject([{ filename: 'Счёт.pdf', mimeType: 'application/pdf' }])
    expect(Buffer.from(eml.attachments[0]?.content as ArrayBuffer)).toEqual(content)
    // One of an older version, which knew of no files.
    const { attachments: _none, ...older } = mail ?? { id: '', attachments: [] }
    await writeFile(join(outboxDir, `${older.id}.json`), JSON.stringify(older))
    expect(await listLocalMail({ outboxDir })).toMatchObject([{ attachments: [] }])
  })
  test('newest first, no more than asked for, nothing half-written left', async () => {
    const mailer = localMailer()
    for (const id of [1, 2, 3]) await deliver({ mailer, current: { id } })
    const listed = await listLocalMail({ outboxDir, limit: 2 })
    expect(listed.map(({ subject }) => subject)).toEqual(['Order 3', 'Order 2'])
    const names = await readdir(outboxDir)
    expect(names).toHaveLength(6)
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
  })
  test('no folder yet, and files that are not ours', async () => {
    expect(await listLocalMail({ outboxDir })).toEqual([])
    await deliver({ mailer: localMailer() })
    await writeFile(join(outboxDir, 'zzz.json'), '{')
    await writeFile(join(outboxDir, 'zzzz.json'), '{"subject":1}')
    expect(await listLocalMail({ outboxDir })).toHaveLength(1)
  })
  test('a folder that cannot be written may heal', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    const attempt = await deliver({ mailer: localMailer(join(file, 'below')) })
    expect(attempt).toMatchObject({ outcome: 'unavailable', code: 'FLOW_MAIL_OUTBOX_FAILED' })
  })
  test('a template cannot pull a file into the mail', async () => {
    const html = '<img src="file:///etc/hostname"><p>{{ data.current.id }}</p>'
    await deliver({ mailer: localMailer(), target: { html } })
    const [mail] = await listLocalMail({ outboxDir })
    const eml = await PostalMime.parse(await readFile(join(outboxDir, mail?.emlFile ?? '')))
    expect(eml.attachments).toEqual([])
  })
})

describe('SMTP_URL', () => {
  test('settings from the URL, short time-outs, no files, no retries of its own', () => {
    expect(
      createSmtpOptions('smtp://us%40er:p%3Ass@mail.example.com?requireTLS=true'),
    ).toMatchObject({
      pool: true,
      host: 'mail.example.com',
      port: 587,
      secure: false,
      requireTLS: true,
      auth: { user: 'us@er', pass: 'p:ss' },
      maxConnections: 5,
      maxRequeues: 0,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      dnsTimeout: 10_000,
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    expect(createSmtpOptions('smtps://mail.example.com')).toMatchObject({ port: 465, secure: true })
    expect(createSmtpOptions('smtp://mail.example.com:465')).toMatchObject({ secure: true })
    expect(createSmtpOptions('smtp://[::1]:25/')).toMatchObject({ host: '::1', port: 25 })
    expect(createSmtpOptions('smtp://localhost:25')).not.toHaveProperty('auth')
  })
  test.each([
    '',
    'mail.example.com',
    'mail.example.com:587',
    'http://mail.example.com',
    'smtp://',
    'smtp://u:secret-word@host/path',
    'smtp://u:secret-word@host:99999',
    'smtp://u:secret-word@host:0',
    'smtp://u:100%secret-word@host',
    'smtp://u:secret-word@host?requireTLS=perhaps',
    'smtp://u:secret-word@host?logger=true',
  ])('%j is refused, without showing the password', (url) => {
    const attempt = () => createSmtpOptions(url)
    expect(attempt).toThrow('FLOW_MAIL_SMTP_URL_INVALID')
    expect(attempt).not.toThrow('secret-word')
  })
})

test('an adapter that answers nothing is taken at its word', () => {
  const sent = { to: ['a@example.com'], subject: '', text: '', messageId: '<1@x>' }
  for (const answer of [undefined, null, 'ok', { id: 5 }]) {
    expect(toMailReceipt(answer, sent)).toEqual({
      accepted: ['a@example.com'],
      rejected: [],
      response: '',
      messageId: '<1@x>',
      transport: 'smtp',
    })
  }
})

describe('reading one letter', () => {
  const secretFile = 'secret.json'

  test('by its id, with the header lines of the message', async () => {
    await deliver({ mailer: localMailer(), current: { name: 'Анна' } })
    const outbox = createLocalOutbox(outboxDir)
    const [listed] = await outbox.list(10)
    const read = await outbox.read(listed?.id ?? '')
    expect(read?.mail).toEqual(listed)
    expect(read?.mail.isPrivate).toBe(false)
    expect(read?.headers).toMatch(/^Message-ID: <dlv_0199@flowmasters\.local>/im)
    expect(read?.headers).not.toContain('Thank you')
  })

  test('a name that leads elsewhere, or is no letter, opens nothing', async () => {
    await deliver({ mailer: localMailer(), current: { id: 1 } })
    const outbox = createLocalOutbox(outboxDir)
    const [mail] = await outbox.list(1)
    const entry = JSON.stringify(mail)
    await writeFile(join(folder, secretFile), entry)
    await writeFile(join(outboxDir, secretFile), entry)
    // A file whose inside says another id than its name.
    await writeFile(join(outboxDir, '20261121T100000.000Z-00000000.json'), entry)
    const names = [
      '../../secret',
      '..\\..\\secret',
      'secret',
      '',
      `${mail?.id}.json`,
      `${mail?.id}\0`,
      `./${mail?.id}`,
      `${mail?.id}\n`,
      '20261121T100000.000Z-00000000',
      '20261121T100000.000Z-99999999',
    ]
    for (const name of names) expect([name, await outbox.read(name)]).toEqual([name, null])
  })

  test('Payload’s own letters are private, and so is one that does not say', async () => {
    const sent = localOutboxEmailAdapter(outboxDir)({
      payload: { logger: { warn: () => undefined } } as never,
    })
    await sent.sendEmail({ to: 'admin@example.com', subject: 'Reset', html: '<a href="#">x</a>' })
    const outbox = createLocalOutbox(outboxDir)
    const [mail] = await outbox.list(1)
    expect(mail).toMatchObject({ subject: 'Reset', isPrivate: true })
    const { isPrivate: _unknown, ...older } = mail ?? { id: '' }
    await writeFile(join(outboxDir, `${older.id}.json`), JSON.stringify(older))
    expect((await outbox.read(older.id))?.mail.isPrivate).toBe(true)
  })
})
