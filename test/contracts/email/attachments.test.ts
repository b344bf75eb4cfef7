import { describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'

import { answer, letterStage } from './letterStage.ts'

const MIB = 1024 * 1024
const { arrived, files, letter, received } = letterStage()
const names = () => arrived().map(({ filename }) => filename)

describe('files that arrive', () => {
  test('byte for byte, of any kind, in the order of the form', async () => {
    const pdf = randomBytes(200_000)
    const csv = Buffer.from('\ufeffимя;сумма\nАнна;1\r\nПётр;2\n\n.\n')
    const mail = Buffer.from('From: a@example.com\nSubject: inside\n\n.\nтекст\n')
    files().serve({
      '/7/invoice.pdf': pdf,
      '/report': answer(200, { 'content-type': 'text/csv; charset=utf-8' }, csv),
      '/old.eml': answer(200, { 'content-type': 'message/rfc822' }, mail),
    })
    const attempt = await letter([
      {
        url: `${files().url}/{{ data.current.id }}/invoice.pdf`,
        name: 'Order {{ data.current.id }}.pdf',
      },
      { url: ` ${files().url}/report `, name: 'report.csv' },
      { url: `${files().url}/old.eml`, name: null },
    ])
    expect(attempt).toMatchObject({ outcome: 'delivered', code: 'SMTP_ACCEPTED' })
    expect(arrived()).toEqual([
      { filename: 'Order 7.pdf', mimeType: 'application/pdf', content: pdf },
      { filename: 'report.csv', mimeType: 'text/csv', content: csv },
      { filename: 'old.eml', mimeType: 'application/octet-stream', content: mail },
    ])
    const [arrivedLetter] = received()
    expect(arrivedLetter?.parsed.text?.trim()).toBe('Thank you, friend!')
    expect(arrivedLetter?.parsed.html?.trim()).toBe('<div>Thank you, friend!</div>')
    expect(arrivedLetter?.raw).toContain('text/csv; charset=utf-8')
  })

  test('the log names them and holds nothing of them', async () => {
    const url = `${files().url}/a.pdf?token=canary-token`
    files().serve({ '/a.pdf?token=canary-token': Buffer.from('canary-content') })
    const attempt = await letter([{ url }])
    expect(attempt.exchange.request['attachments']).toEqual([
      { name: 'a.pdf', bytes: 14, type: 'application/pdf' },
    ])
    files().serve({})
    const failed = await letter([{ url }])
    expect(failed).toMatchObject({ outcome: 'rejected' })
    for (const one of [attempt, failed]) {
      expect(JSON.stringify(one)).not.toMatch(/canary|Y2FuYXJ5/)
    }
  })

  test('every try fetches them anew and carries the same Message-ID', async () => {
    files().serve({ '/a.pdf': Buffer.from('one') })
    for (const id of [1, 2]) await letter([{ url: `${files().url}/a.pdf` }], { current: { id } })
    expect(files().asked).toEqual(['/a.pdf', '/a.pdf'])
    const ids = received().map(({ parsed }) => parsed.messageId)
    expect(ids).toEqual(['<dlv_0199@flowmasters.local>', '<dlv_0199@flowmasters.local>'])
  })

  test('a row that is empty for this event is left out, and the note says which', async () => {
    files().serve({ '/b.pdf': Buffer.from('b') })
    const attempt = await letter(
      [
        { url: '{{ data.current.invoice }}', name: '{{ data.current.nothing }}' },
        { url: `${files().url}/b.pdf` },
        { url: '{% if data.current.invoice %}https://x.example{% endif %}' },
      ],
      { current: { invoice: null } },
    )
    expect(names()).toEqual(['b.pdf'])
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      note: 'no file for this event in these rows of the files: 1, 3',
    })
  })

  test('exactly 10 MiB together still go', async () => {
    files().serve({ '/a': Buffer.alloc(6 * MIB, 1), '/b': Buffer.alloc(4 * MIB, 2) })
    await letter([{ url: `${files().url}/a` }, { url: `${files().url}/b` }])
    expect(arrived().map(({ content }) => [content.length, content.at(-1)])).toEqual([
      [6 * MIB, 1],
      [4 * MIB, 2],
    ])
  })
})

describe('names', () => {
  const disposition = (value: string) => answer(200, { 'content-disposition': value })
  const named = async (value: string, row: { name?: string } = {}): Promise<(string | null)[]> => {
    files().serve({ '/x/y%20z.bin?n=1': disposition(value) })
    await letter([{ url: `${files().url}/x/y%20z.bin?n=1`, ...row }])
    return names()
  }

  test.each([
    ['attachment; filename="plain.pdf"', 'plain.pdf'],
    [
      "attachment; filename=old.pdf; filename*=UTF-8''%D0%A1%D1%87%D1%91%D1%82%20%E2%84%96%207.pdf",
      'Счёт № 7.pdf',
    ],
    [Buffer.from('attachment; filename="Счёт.pdf"').toString('latin1'), 'Счёт.pdf'],
    ['attachment; filename="caf\u00e9.pdf"', 'café.pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="C:\\\\Users\\\\anna\\\\bill.pdf"', 'bill.pdf'],
    ["attachment; filename*=UTF-8''a%0D%0ABcc%3A%20spam%40example.com", 'a Bcc- spam@example.com'],
    ['attachment', 'y z.bin'],
    ['attachment; filename=', 'y z.bin'],
    ['attachment; filename=".."', 'y z.bin'],
    ['nonsense;;;', 'y z.bin'],
  ])('%j: %s', async (value, expected) => {
    expect(await named(value)).toEqual([expected])
  })
  test('the row comes first', async () => {
    const row = { name: 'Счёт № {{ data.current.number }} 🎉.pdf' }
    files().serve({ '/x': disposition('attachment; filename="other.pdf"') })
    await letter([{ url: `${files().url}/x`, ...row }], { current: { number: '12/2026' } })
    expect(names()).toEqual(['Счёт № 12-2026 🎉.pdf'])
  })
  test('a long name arrives whole', async () => {
    const name = `${'Очень длинный счёт '.repeat(7)}конец.pdf`
    expect(await named('attachment', { name })).toEqual([name])
  })
  test('a name that says nothing falls back to the next one', async () => {
    expect(await named('attachment; filename="b.pdf"', { name: '{{ "/../" }}' })).toEqual(['b.pdf'])
  })
  test('an address without a name in it', async () => {
    files().serve({ '/': Buffer.from('x') })
    await letter([{ url: files().url }])
    expect(names()).toEqual(['file'])
  })
  test('equal ones get a number', async () => {
    files().serve({ '/a/x.pdf': Buffer.from('1'), '/b/X.pdf': Buffer.from('2') })
    const rows = ['/a/x.pdf', '/b/X.pdf', '/a/x.pdf'].map((path) => ({ url: files().url + path }))
    await letter([...rows, { url: `${files().url}/a/x.pdf`, name: 'x (2).pdf' }])
    expect(names()).toEqual(['x.pdf', 'X (2).pdf', 'x (3).pdf', 'x (2) (2).pdf'])
  })
  test.each([
    'a.pdf\r\nBcc: spam@example.com',
    'a.pdf"\r\nContent-Type: text/html\r\n\r\n<script>',
    'a.pdf\u2028Bcc: spam@example.com',
    'a.pdf\u0000.exe',
  ])('what a stranger typed reaches no header: %j', async (typed) => {
    files().serve({ '/a': Buffer.from('x') })
    const rows = [{ url: `${files().url}/a`, name: '{{ data.current.typed }}' }]
    await letter(rows, { current: { typed } })
    const [mail] = received()
    expect(mail?.to).toEqual(['anna@example.com'])
    expect(mail?.parsed.headers.map(({ key }) => key)).not.toContain('bcc')
    expect(mail?.raw).not.toMatch(/^(Bcc|Content-Type: text\/html\r\n\r\n<script)/m)
    expect(arrived()[0]?.content.toString()).toBe('x')
    expect(names()[0]).toMatch(/^a\.pdf/)
    expect(names()[0]).not.toMatch(/[\p{Cc}\u2028"<>:]/u)
  })
  test.each([
    ['multipart/mixed; boundary=x', 'application/octet-stream'],
    ['image/png; name="x\u00e9"', 'image/png'],
    ['nonsense', 'application/octet-stream'],
    ['text/html; charset=windows-1251', 'text/html'],
    ['text/plain; charset="a b"', 'text/plain'],
  ])('the type %j: %s', async (type, expected) => {
    files().serve({ '/a': answer(200, { 'content-type': type }, 'a\nb\r\n\u00e9') })
    await letter([{ url: `${files().url}/a` }])
    expect(arrived()).toEqual([
      { filename: 'a', mimeType: expected, content: Buffer.from('a\nb\r\n\u00e9') },
    ])
  })
})
