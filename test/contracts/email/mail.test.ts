import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { Transporter } from 'nodemailer'

import { emailChannel } from '../../../plugins/channels/email/emailChannel.ts'
import { createMailer } from '../../../src/egress/mail/createMailer.ts'
import type { Attempt, JsonObject, Mailer } from '../../../src/index.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'
import { deliver, smtpMailer } from './arrangeEmail.ts'
import { type ReceivedMail, type SmtpStub, startSmtpServer } from './smtpStub.ts'

let server: SmtpStub
let mailer: Mailer
let transport: Transporter
beforeAll(async () => {
  server = await startSmtpServer()
  ;({ mailer, transport } = smtpMailer(server.url))
})
afterAll(async () => {
  transport.close()
  await server.close()
})
beforeEach(() => {
  server.received.length = 0
})

async function mailFor(target: Record<string, unknown>, current: JsonObject = {}) {
  const attempt = await deliver({ mailer, target, current })
  return { attempt, mail: server.received.at(-1) }
}

function headers(mail: ReceivedMail | undefined): Record<string, string> {
  return Object.fromEntries((mail?.parsed.headers ?? []).map(({ key, value }) => [key, value]))
}

describe('EV-30: the mail that arrives', () => {
  test('subject and text from templates, in any script', async () => {
    const { attempt, mail } = await mailFor(
      {
        subject: '🎉 Заказ {{ data.current.id }}',
        body: 'Спасибо, {{ data.current.name }}!\nДо встречи',
      },
      { name: 'Анна <3' },
    )
    expect(mail).toMatchObject({ from: 'shop@example.com', to: ['anna@example.com'] })
    expect(mail?.parsed.subject).toBe('🎉 Заказ 7')
    expect(mail?.parsed.text?.trim()).toBe('Спасибо, Анна <3!\nДо встречи')
    expect(mail?.parsed.html?.trim()).toBe('<div>Спасибо, Анна &lt;3!<br>\nДо встречи</div>')
    expect(headers(mail)['auto-submitted']).toBe('auto-generated')
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      code: 'SMTP_ACCEPTED',
      receipt: { transport: 'smtp', accepted: ['anna@example.com'] },
      exchange: {
        request: { to: ['anna@example.com'], subject: '🎉 Заказ 7' },
        response: { line: expect.stringMatching(/^250 /) },
      },
    })
  })
  test('an HTML template escapes values; without a text the text is made from it', async () => {
    const target = { body: undefined, html: '<p>Hi <b>{{ data.current.name }}</b></p>' }
    const { mail } = await mailFor(target, { name: '<script>x</script>' })
    expect(mail?.parsed.html?.trim()).toBe('<p>Hi <b>&lt;script&gt;x&lt;/script&gt;</b></p>')
    expect(mail?.parsed.text?.trim()).toBe('Hi <script>x</script>')
  })
  test('text and HTML, each from its own template', async () => {
    const { mail } = await mailFor({ body: 'plain', html: '<i>rich</i>' })
    expect(mail?.parsed.text?.trim()).toBe('plain')
    expect(mail?.parsed.html?.trim()).toBe('<i>rich</i>')
  })
  test('a form with only an address still says what happened', async () => {
    const { mail } = await mailFor({ subject: '', body: null })
    expect(mail?.parsed.subject).toBe('order.paid')
    expect(mail?.parsed.text).toContain('2026-11-21 10:00 UTC')
  })
  test('many addresses, templates among them, each once', async () => {
    const to =
      'a@example.com, {{ data.current.email }},{{ data.current.none | default: "b@example.com, " | split: "," | first }}, a@example.com,'
    const { mail } = await mailFor({ to }, { email: ' c@example.com\n' })
    expect(mail?.to).toEqual(['a@example.com', 'c@example.com', 'b@example.com'])
  })
  test('an empty value among the addresses is left out', async () => {
    const { mail } = await mailFor(
      { to: '{{ data.current.email }}, a@example.com' },
      { email: null },
    )
    expect(mail?.to).toEqual(['a@example.com'])
  })
  test('reply address from the event; one that is none is left out and noted', async () => {
    const target = { replyTo: '{{ data.current.email }}' }
    const good = await mailFor(target, { email: 'visitor@example.com' })
    expect(good.mail?.parsed.replyTo).toMatchObject([{ address: 'visitor@example.com' }])
    const bad = await mailFor(target, { email: 'not an address' })
    expect(bad.mail?.parsed.replyTo ?? []).toEqual([])
    expect(bad.attempt).toMatchObject({ note: expect.stringContaining('reply address') })
  })
  test('the same Message-ID on every try', async () => {
    for (const attemptNumber of [1, 2, 3]) {
      await deliver({ mailer, idempotencyKey: 'dlv_0199-ab', current: { attemptNumber } })
    }
    const ids = server.received.map(({ parsed }) => parsed.messageId)
    expect(ids).toEqual(Array.from({ length: 3 }, () => '<dlv_0199-ab@flowmasters.local>'))
    await deliver({ mailer, channel: { messageIdHost: 'shop.example.com' } })
    expect(server.received.at(-1)?.parsed.messageId).toBe('<dlv_0199@shop.example.com>')
  })
  test('a long text is cut in the log, not in the mail', async () => {
    const { attempt, mail } = await mailFor({ body: 'я'.repeat(10_000) })
    expect(mail?.parsed.text?.trim()).toHaveLength(10_000)
    expect(String(attempt.exchange.request['text'])).toHaveLength(4 * 1024 + 1)
  })
})

describe('through the adapter that Payload uses', () => {
  test('the adapter adds the sender, everything else arrives', async () => {
    const initialise = await nodemailerAdapter({
      defaultFromAddress: 'info@example.com',
      defaultFromName: 'Site',
      transport,
      skipVerify: true,
    })
    // The adapter never looks at the payload it is given.
    const adapter = initialise({ payload: Object.create(null) })
    const attempt = await deliver({
      mailer: createMailer({
        sendEmail: adapter.sendEmail,
        isSmtpConfigured: true,
        outboxDir: '/nonexistent',
        now: () => 0,
      }),
    })
    expect(attempt).toMatchObject({ outcome: 'delivered', code: 'SMTP_ACCEPTED' })
    const [mail] = server.received
    expect(mail?.parsed).toMatchObject({
      from: { name: 'Site', address: 'info@example.com' },
      subject: 'Order 7',
      messageId: '<dlv_0199@flowmasters.local>',
    })
  })
})

describe('d8: what a stranger types cannot reach the headers', () => {
  const refused = async (to: string, current: JsonObject): Promise<Attempt> => {
    const { attempt } = await mailFor({ to }, current)
    expect(server.received).toEqual([])
    return attempt
  }
  test.each([
    'victim@example.com\r\nBcc: spam@example.com',
    'victim@example.com\nBcc: spam@example.com',
    'a@example.com,b@example.com',
    'a@example.com;b@example.com',
    'Anna <a@example.com>',
    '<a@example.com>',
    'a@example.com>\r\nRCPT TO:<b@example.com',
    '"a b"@example.com',
    'a@example.com b@example.com',
    'a\u0000@example.com',
    'a@example',
    'a@@example.com',
    '@example.com',
    'a@-example.com',
    'a@example..com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b.'.repeat(140)}com`,
    'plain',
  ])('recipient %j', async (email) => {
    const attempt = await refused('{{ data.current.email }}', { email })
    expect(attempt).toMatchObject({ outcome: 'rejected', code: 'FLOW_EMAIL_ADDRESS_INVALID' })
  })
  test('line breaks in a subject become spaces', async () => {
    const name = 'Anna\r\nBcc: spam@example.com\r\n\r\nbody\u2028x'
    const { mail } = await mailFor({ subject: 'From {{ data.current.name }}' }, { name })
    expect(mail?.to).toEqual(['anna@example.com'])
    expect(mail?.parsed.subject).toBe('From Anna Bcc: spam@example.com body x')
    expect(headers(mail)).not.toHaveProperty('bcc')
    expect(mail?.parsed.text?.trim()).toBe(
      'Thank you, Anna\r\nBcc: spam@example.com\r\n\r\nbody\u2028x!'.replaceAll('\r\n', '\n'),
    )
  })
  test('line breaks in a reply address do not become headers', async () => {
    const email = 'a@example.com\r\nBcc: spam@example.com'
    const { mail } = await mailFor({ replyTo: '{{ data.current.email }}' }, { email })
    expect(headers(mail)).not.toHaveProperty('bcc')
    expect(headers(mail)).not.toHaveProperty('reply-to')
  })
  test('51 recipients are too many, nobody at all too few', async () => {
    const many = Array.from({ length: 51 }, (_, number) => `a${number}@example.com`).join(',')
    expect(await refused(many, {})).toMatchObject({ code: 'FLOW_EMAIL_TOO_MANY_RECIPIENTS' })
    expect(await refused('{{ data.current.email }}', { email: null })).toMatchObject({
      outcome: 'rejected',
      code: 'FLOW_EMAIL_NO_RECIPIENT',
    })
  })
  test('a missing variable is final and named', async () => {
    expect(await refused('{{ data.current.nope }}', {})).toMatchObject({
      outcome: 'rejected',
      code: 'FLOW_TEMPLATE_FAILED',
      reason: expect.stringContaining('data.current.nope'),
    })
  })
})

describe('checks when the form is saved', () => {
  const tools = {
    http: {
      send: () => Promise.reject(new Error('unused')),
      vet: () => Promise.reject(new Error('unused')),
      close: () => Promise.resolve(),
    },
    templates: createTemplateRenderer(),
  }
  const validate = async (form: Record<string, unknown>) =>
    emailChannel.validate?.(emailChannel.target.parse({ to: 'a@example.com', ...form }), tools)

  test.each([
    [{ to: 'a@example.com, nonsense' }, 'FLOW_EMAIL_ADDRESS_INVALID'],
    [{ to: ' , ,' }, 'FLOW_EMAIL_NO_RECIPIENT'],
    [{ to: '{{ data.current.email' }, 'FLOW_TEMPLATE_INVALID'],
    [{ subject: '{{ a' }, 'FLOW_TEMPLATE_INVALID'],
    [{ body: '{% if %}' }, 'FLOW_TEMPLATE_INVALID'],
    [{ html: '{% include "x" %}' }, 'FLOW_TEMPLATE_INVALID'],
    [{ replyTo: 'nonsense' }, 'FLOW_EMAIL_ADDRESS_INVALID'],
  ])('%j: %s', async (form, code) => {
    await expect(validate(form)).rejects.toThrow(code)
  })
  test.each([
    {},
    { to: 'a@example.com, {{ data.current.email | default: "b@example.com,c" }}' },
    { to: 'анна@почта.рф', html: '<p>{{ data.x }}</p>', replyTo: '{{ data.current.email }}' },
  ])('%j is fine', async (form) => {
    await expect(validate(form)).resolves.toBeUndefined()
  })
  test('a line for lists', () => {
    const target = emailChannel.target.parse({ to: 'a@example.com' })
    expect(emailChannel.describeTarget(target)).toBe('a@example.com')
  })
})
