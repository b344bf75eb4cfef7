import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { IncomingMessage, ServerResponse } from 'node:http'

import { createEmailChannel } from '../../../plugins/channels/email/emailChannel.ts'
import { type FileServer, startFileServer } from '../../contracts/email/fileServer.ts'
import { type SmtpStub, startSmtpServer } from '../../contracts/email/smtpStub.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { createApiKey } from '../../support/flow/createApiKey.ts'
import { until } from '../../support/flow/until.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { readPdf } from '../../support/pdf/readPdf.ts'

let flow: BootedFlow
let mail: SmtpStub
let papers: FileServer
let manager: Actor
let key: { authorization: string }
beforeAll(async () => {
  mail = await startSmtpServer()
  papers = await startFileServer()
  flow = await bootFlow({ smtpUrl: mail.url, channels: [createEmailChannel()] })
  manager = await createActor(flow.payload, 'manager')
  key = await createApiKey(flow.payload, await createActor(flow.payload, 'viewer'))
}, 300_000)
afterAll(async () => {
  await flow.destroy()
  await Promise.all([mail.close(), papers.close()])
})

let subscription: string
const given: Buffer[] = []
beforeEach(() => {
  mail.received.length = 0
  given.length = 0
})
afterEach(async () => {
  papers.serve({})
  await flow.rest('DELETE', `/event-subscriptions/${subscription}`, undefined, { user: manager })
})

const subscribe = (attachments: object[]) =>
  flow.rest(
    'POST',
    '/event-subscriptions?depth=0',
    {
      name: 'Certificates',
      events: ['certificate.issued'],
      channels: [
        {
          blockType: 'email',
          to: '{{ meta.userEmail }}',
          subject: 'Сертификат {{ data.current.number }}',
          body: 'Поздравляем!',
          attachments,
        },
      ],
    },
    { user: manager },
  )
const paper = () => ({
  url: `${papers.url}/papers/{{ data.current.verificationCode }}/{{ data.current.id }}`,
  name: 'Сертификат {{ data.current.number }}.pdf',
})
const listen = async (attachments: object[]) => {
  const { body, status } = await subscribe(attachments)
  expect(status).toBe(201)
  subscription = String(body.doc['id'])
  return body.doc
}

/** The route of a site that the documentation shows: by the code, with a key of its own. */
async function givePaper(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, , code = '', id = ''] = (request.url ?? '').split('/')
  const row = await flow.rest('GET', `/certificates/${id}?depth=0`, undefined, { headers: key })
  if (row.status !== 200 || row.body['verificationCode'] !== code) {
    response.writeHead(404).end()
    return
  }
  const path = `/certificates/${id}/download`
  const pdf = await flow.rest('GET', path, undefined, { headers: key })
  given.push(pdf.bytes)
  response
    .writeHead(pdf.status, { 'content-type': pdf.headers.get('content-type') ?? '' })
    .end(pdf.bytes)
}

/** A student completes the only lesson of a course, which issues a certificate; it is told and sent. */
async function complete(): Promise<{ email: string; number: string }> {
  const student = await createActor(flow.payload, 'customer')
  const create = async (collection: string, data: object): Promise<number | string> =>
    (await flow.payload.create({ collection, data, depth: 0 })).id
  const course = await create('courses', { title: 'Обжарка', _status: 'published' })
  const lesson = await create('lessons', { course, title: 'Урок', _status: 'published' })
  await create('course-enrollments', { user: student.id, course })
  const report = { lesson, completed: true }
  const done = await flow.rest('POST', '/lesson-progress/report', report, { user: student })
  expect(done.status).toBe(200)
  await flow.settle()
  const mine = await flow.rest('GET', '/certificates?depth=0', undefined, { user: student })
  return { email: student.email, number: String(mine.body.docs[0]?.['number']) }
}

type Row = { status: string; code: string | null; waits: number; reasons: unknown }
const deliveries = async (): Promise<Row[]> => {
  const { rows } = await flow.sql.query<Row>(
    `SELECT status::text, last_code AS code, last_reasons AS reasons,
            extract(epoch FROM next_attempt_at - now())::float AS waits
     FROM event_deliveries WHERE subscription = $1`,
    [subscription],
  )
  return rows
}

describe('a certificate with its letter', () => {
  test('arrives byte for byte as its server gave it', async () => {
    papers.serve({ '*': (request, response) => void givePaper(request, response) })
    await listen([paper()])
    const { email, number } = await complete()
    expect(await deliveries()).toMatchObject([{ status: 'delivered', code: 'SMTP_ACCEPTED' }])
    const [letter] = mail.received
    expect(letter?.to).toEqual([email])
    expect(letter?.parsed.subject).toBe(`Сертификат ${number}`)
    const [file] = letter?.parsed.attachments ?? []
    expect(file).toMatchObject({
      filename: `Сертификат ${number}.pdf`,
      mimeType: 'application/pdf',
    })
    const content = Buffer.from(file?.content as ArrayBuffer)
    expect(given).toEqual([content])
    expect((await readPdf(content)).text).toContain(number)
    const tries = await flow.rest(
      'GET',
      `/event-attempts?where[subscription][equals]=${subscription}`,
      undefined,
      { user: manager },
    )
    expect(tries.body.docs).toMatchObject([
      {
        request: {
          attachments: [
            {
              name: `Сертификат ${number}.pdf`,
              type: 'application/pdf',
              bytes: content.length,
            },
          ],
        },
      },
    ])
    expect(JSON.stringify(tries.body)).not.toContain(content.toString('base64').slice(0, 40))
  })

  test('waits while its server is busy, as long as that wishes, and then goes', async () => {
    papers.serve({
      '*': (_, response) => void response.writeHead(503, { 'retry-after': '120' }).end(),
    })
    await listen([paper()])
    await complete()
    const [waiting] = await deliveries()
    expect(waiting).toMatchObject({ status: 'retrying', code: 'EMAIL_ATTACHMENT_HTTP_503' })
    expect(waiting?.waits).toBeGreaterThan(60)
    expect(mail.received).toEqual([])

    papers.serve({ '*': (request, response) => void givePaper(request, response) })
    await flow.sql.query(
      'UPDATE event_deliveries SET next_attempt_at = now() WHERE subscription = $1',
      [subscription],
    )
    await until(async () => (await deliveries())[0]?.status === 'delivered', 'the second try')
    expect(mail.received).toHaveLength(1)
    expect(mail.received[0]?.parsed.attachments).toHaveLength(1)
  })

  test('is not sent without its paper', async () => {
    papers.serve({})
    await listen([paper()])
    await complete()
    expect(await deliveries()).toMatchObject([
      {
        status: 'dead',
        code: 'EMAIL_ATTACHMENT_HTTP_404',
        reasons: [{ key: 'attachment_missing' }],
      },
    ])
    expect(mail.received).toEqual([])
  })
})

describe('the form', () => {
  test('keeps the rows in their order, and changes them', async () => {
    const doc = await listen([paper(), { url: 'https://school.example.com/rules.pdf' }])
    const rowsIn = (saved: Record<string, unknown>) =>
      (saved['channels'] as { attachments: object[] }[])[0]?.attachments
    expect(rowsIn(doc)).toMatchObject([paper(), { url: 'https://school.example.com/rules.pdf' }])
    const [entry] = doc['channels'] as Record<string, unknown>[]
    const changed = await flow.rest(
      'PATCH',
      `/event-subscriptions/${subscription}?depth=0`,
      { channels: [{ ...entry, attachments: [{ url: 'https://school.example.com/b.pdf' }] }] },
      { user: manager },
    )
    expect(rowsIn(changed.body.doc)).toMatchObject([{ url: 'https://school.example.com/b.pdf' }])
  })

  test.each([
    [
      'a broken template',
      [{ url: 'https://x.example' }, { url: 'https://x.example/{{ a' }],
      'attachments.1.url',
    ],
    ['a broken name', [{ url: '{{ x }}', name: '{% if %}' }], 'attachments.0.name'],
    ['a forbidden address', [{ url: 'http://169.254.169.254/' }], 'attachments.0.url'],
    ['a row without an address', [{ name: 'a.pdf' }], 'attachments.0.url'],
    [
      'eleven rows',
      Array.from({ length: 11 }, () => ({ url: 'https://x.example' })),
      'attachments',
    ],
  ])('refuses %s and names the field', async (_what, rows, field) => {
    const { body, status } = await subscribe(rows)
    expect(status).toBe(400)
    expect(JSON.stringify(body.errors)).toContain(`"path":"channels.0.${field}"`)
  })
})
