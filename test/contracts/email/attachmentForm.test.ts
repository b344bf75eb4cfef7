import { describe, expect, test } from '@jest/globals'

import { emailChannel } from '../../../plugins/channels/email/emailChannel.ts'
import { tryPreview, tryValidate } from '../../support/fakes/tryChannel.ts'

const channel = emailChannel
const to = 'anna@example.com'
const file = { url: 'https://93.184.216.34/a.pdf' }
const withRows = (attachments: unknown) => ({ to, attachments })

describe('files in the form', () => {
  test.each([
    [[file, { url: 'https://x.example/{{ a' }], 'FLOW_TEMPLATE_INVALID', 'attachments.1.url'],
    [[{ ...file, name: '{% if %}' }], 'FLOW_TEMPLATE_INVALID', 'attachments.0.name'],
    [[{ url: 'http://127.0.0.1/a.pdf' }], 'FLOW_EGRESS_FORBIDDEN_TARGET', 'attachments.0.url'],
    [[{ url: 'ftp://x.example/a.pdf' }], 'FLOW_EGRESS_FORBIDDEN_TARGET', 'attachments.0.url'],
    [[file, { url: 'a.pdf' }], 'FLOW_EGRESS_INVALID_REQUEST', 'attachments.1.url'],
  ])('%j is refused at the field: %s', async (rows, code, field) => {
    expect(await tryValidate({ channel, target: withRows(rows) })).toEqual([code, field])
  })
  test('so are the other templates of a letter', async () => {
    for (const field of ['subject', 'body', 'html']) {
      const target = { to, [field]: '{{ a' }
      expect(await tryValidate({ channel, target })).toEqual(['FLOW_TEMPLATE_INVALID', field])
    }
  })
  test.each([
    [[]],
    [[file]],
    // Nobody knows yet where they lead, or whether the name will resolve.
    [[{ url: '{{ data.current.invoice }}', name: '{{ data.current.id }}.pdf' }]],
    [[{ url: 'https://nowhere.invalid/a.pdf', name: null }]],
    [null],
    [undefined],
  ])('%j is fine', async (rows) => {
    expect(await tryValidate({ channel, target: withRows(rows) })).toBeUndefined()
  })
  test.each([
    [Array.from({ length: 11 }, () => file), ['attachments']],
    [[{ url: ' ' }], ['attachments', 0, 'url']],
    [
      [file, { name: 'a.pdf' }],
      ['attachments', 1, 'url'],
    ],
  ])('what is no list of files is refused at its place', (rows, path) => {
    const { error } = channel.target.safeParse(withRows(rows))
    expect(error?.issues.map((issue) => issue.path)).toEqual([path])
  })
  test('ten are not too many, and what the database adds to rows is dropped', () => {
    const rows = Array.from({ length: 10 }, (_, id) => ({ ...file, id: `${id}`, name: null }))
    const { attachments } = channel.target.parse(withRows(rows))
    expect(attachments).toEqual(rows.map(() => ({ ...file, name: null })))
  })
})

test('the channel says what it can', () => {
  expect(channel.capabilities).toEqual({ text: true, html: true, attachments: true })
})

describe('the preview', () => {
  test('names the files and fetches none', async () => {
    const attachments = [
      { url: 'https://x.example/invoices/7.pdf?key=1' },
      { url: 'https://x.example/other/7.pdf' },
      { url: 'https://x.example/x', name: 'Счёт {{ data.current.id }}.pdf' },
      { url: '{{ data.current.none }}' },
      { url: 'no address' },
    ]
    const current = { id: 7, none: null }
    const target = { to, subject: 'Order {{ data.current.id }}', body: 'Hi', attachments }
    expect(await tryPreview({ channel, target, current })).toEqual({
      to,
      subject: 'Order 7',
      text: 'Hi',
      html: '<div>Hi</div>',
      attachments: ['7.pdf', '7 (2).pdf', 'Счёт 7.pdf', 'no address'],
    })
  })
  test('says nothing of files where there are none', async () => {
    const preview = await tryPreview({ channel, target: { to } })
    expect(preview).not.toHaveProperty('attachments')
  })
})
