import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import { createTokenSigner } from '../../../src/credentials/signedToken.ts'
import { type ConsentWorld, openConsentWorld } from '../../support/consents/consentWorld.ts'

let world: ConsentWorld

beforeAll(async () => {
  world = await openConsentWorld()
}, 300_000)
afterAll(() => world?.close())
afterEach(async () => {
  await world.unsubscribeAll()
  world.mail.received.splice(0)
})

const toCustomer = {
  blockType: 'email',
  to: '{{ data.current.customerEmail }}',
  subject: 'Скидка',
  body: 'Только сегодня',
}
const oneClick = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })

/** Somebody joins the newsletter, confirmed. */
async function join(email: string): Promise<void> {
  const body = { email, status: 'subscribed' }
  const answer = await world.flow.rest('POST', '/newsletter-subscribers', body, {
    user: world.manager,
  })
  expect(answer.status).toBe(201)
}
async function subscriber(email: string): Promise<Record<string, unknown> | undefined> {
  const path = `/newsletter-subscribers?where[email][equals]=${email}`
  const { body } = await world.flow.rest('GET', path, undefined, { user: world.manager })
  return body.docs[0]
}
async function unsubscribedEvents(email: string): Promise<number> {
  const { rows } = await world.flow.sql.query<{ count: string }>(
    `SELECT count(*) FROM event_logs
     WHERE type = 'newsletter.unsubscribed' AND body::jsonb #>> '{data,current,email}' = $1`,
    [email],
  )
  return Number(rows[0]?.count)
}
/** The link in the header of the last letter, as a mail program reads it: unfolded and without its brackets. */
function linkOfLetter(): string {
  const { headers } = world.mail.received.at(-1)?.parsed ?? { headers: [] }
  const header = (name: string) => headers.find(({ key }) => key === name)?.value
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const [, url] = /^<(https?:\/\/[^>\s]+)>$/.exec(header('list-unsubscribe') ?? '') ?? []
  if (url === undefined) throw new Error('the letter has no link to unsubscribe')
  return url
}
const pathOf = (url: string): string => url.slice(url.indexOf('/api/') + '/api'.length)
const consentsOf = async (shown: string) => {
  const path = `/consents?where[shown][equals]=${encodeURIComponent(shown)}&sort=id`
  return (await world.flow.rest('GET', path, undefined, { user: world.manager })).body.docs
}

describe('RFC 8058: unsubscribing in one click, from the letter to the next letter', () => {
  test('the header of a marketing letter ends the consent, transactional letters still arrive', async () => {
    await join('anna@example.com')
    await world.subscribe([toCustomer], { kind: 'marketing' })
    await world.subscribe([toCustomer], { kind: 'transactional' })
    expect((await world.order('anna@example.com')).map(({ status }) => status)).toEqual([
      'delivered',
      'delivered',
    ])
    world.mail.received.sort((a) => (a.raw.includes('List-Unsubscribe:') ? 1 : -1))
    const link = linkOfLetter()
    expect(world.mail.received.at(-1)?.parsed.text).toContain(link)
    expect(world.mail.received.at(-1)?.parsed.html).toContain(`href="${link}"`)

    const answer = await world.flow.rest('POST', pathOf(link), oneClick)
    expect(answer.status).toBe(200)
    expect(answer.bytes.toString()).toContain('You are unsubscribed')
    expect(await consentsOf('a•••@example.com')).toMatchObject([
      { source: 'newsletter', withdrawnBy: 'unsubscribe_link', withdrawnAt: expect.any(String) },
    ])
    expect(await subscriber('anna@example.com')).toMatchObject({ status: 'unsubscribed' })

    world.mail.received.splice(0)
    expect(await world.order('anna@example.com')).toMatchObject([
      {
        status: 'cancelled',
        last_code: 'CONSENT_WITHDRAWN',
        last_error: 'skipped: a•••@example.com wants no marketing on this channel',
      },
      { status: 'delivered' },
    ])
    expect(world.mail.received).toHaveLength(1)
    expect(await unsubscribedEvents('anna@example.com')).toBe(1)
  })

  test('a second time, ten at once and another client change nothing more', async () => {
    await join('twice@example.com')
    await world.subscribe([toCustomer], { kind: 'marketing' })
    await world.order('twice@example.com')
    const path = pathOf(linkOfLetter())
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => world.flow.rest('POST', path, oneClick)),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    const [before] = await consentsOf('t•••@example.com')
    expect((await world.flow.rest('POST', path)).status).toBe(200)
    expect(await consentsOf('t•••@example.com')).toEqual([before])
    await world.flow.settle()
    expect(await unsubscribedEvents('twice@example.com')).toBe(1)
  })

  test('GET and HEAD change nothing, a page asks; its button is the same POST', async () => {
    await join('scanned@example.com')
    await world.subscribe([toCustomer], { kind: 'marketing' })
    await world.order('scanned@example.com')
    const path = pathOf(linkOfLetter())
    const page = await world.flow.rest('GET', path)
    expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, 'no-referrer'])
    expect(page.headers.get('cache-control')).toBe('no-store')
    const html = page.bytes.toString()
    expect(html).toContain('s•••@example.com')
    expect(html).not.toContain('scanned@')
    expect(html).toMatch(/<form method="post"><button type="submit">/)
    expect((await world.flow.rest('HEAD', path)).status).toBe(200)
    const russian = await world.flow.rest('GET', path, undefined, {
      headers: { 'accept-language': 'ru' },
    })
    expect(russian.bytes.toString()).toContain('Отказаться от рекламы?')
    expect((await subscriber('scanned@example.com'))?.['status']).toBe('subscribed')
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      expect((await world.flow.rest(method, path)).status).toBeGreaterThanOrEqual(400)
    }
    expect(await world.order('scanned@example.com')).toMatchObject([{ status: 'delivered' }])
    expect((await world.flow.rest('POST', path, new URLSearchParams())).status).toBe(200)
    expect(await world.order('scanned@example.com')).toMatchObject([{ status: 'cancelled' }])
  })

  test('somebody who never consented is remembered as refusing', async () => {
    await world.subscribe([toCustomer], { kind: 'marketing', needsConsent: false })
    await world.order('customer@example.com')
    const path = pathOf(linkOfLetter())
    for (const _ of [1, 2]) await world.flow.rest('POST', path, oneClick)
    const records = await consentsOf('c•••@example.com')
    expect(records).toMatchObject([{ givenAt: null, withdrawnBy: 'unsubscribe_link' }])
    expect(records).toHaveLength(1)
    expect(await world.order('customer@example.com')).toMatchObject([
      { last_code: 'CONSENT_WITHDRAWN' },
    ])
  })

  test('who comes back gets letters again; both consents are history', async () => {
    await join('back@example.com')
    await world.subscribe([toCustomer], { kind: 'marketing' })
    await world.order('back@example.com')
    await world.flow.rest('POST', pathOf(linkOfLetter()), oneClick)
    const id = String((await subscriber('back@example.com'))?.['id'])
    const path = `/newsletter-subscribers/${id}`
    await world.flow.rest('PATCH', path, { status: 'subscribed' }, { user: world.manager })
    expect(await world.order('back@example.com')).toMatchObject([{ status: 'delivered' }])
    expect(await consentsOf('b•••@example.com')).toMatchObject([
      { withdrawnBy: 'unsubscribe_link' },
      { withdrawnAt: null },
    ])
  })
})

describe('links that prove nothing', () => {
  test('forged, truncated, of another address or purpose: the page says so and nothing changes', async () => {
    for (const name of ['victim', 'other']) await join(`${name}@example.com`)
    await world.subscribe([toCustomer], { kind: 'marketing' })
    await world.order('victim@example.com')
    const good = new URL(linkOfLetter()).searchParams.get('token') ?? ''
    const [claims = '', mac = ''] = good.split('.')
    const claimsOf = (subject: string) =>
      Buffer.from(JSON.stringify({ s: subject })).toString('base64url')
    const subject = 'marketing\nemail\nother@example.com'
    const { secret } = world.flow.payload
    const tokens = [
      '',
      'x',
      good.slice(0, -1),
      good.slice(0, good.length / 2),
      `${claims}.`,
      `${claimsOf(subject)}.${mac}`,
      `${good}.${mac}`,
      createTokenSigner('another secret', 'marketing-unsubscribe').sign({ subject }),
      createTokenSigner(secret, 'newsletter-unsubscribe').sign({ subject }),
      createTokenSigner(secret, 'marketing-unsubscribe').sign({
        subject: 'everything\nemail\nother@example.com',
      }),
    ]
    for (const token of tokens) {
      const path = `/consents/unsubscribe?token=${encodeURIComponent(token)}`
      expect([token, (await world.flow.rest('POST', path, oneClick)).status]).toEqual([token, 400])
      expect((await world.flow.rest('GET', path)).status).toBe(400)
    }
    expect((await world.flow.rest('POST', '/consents/unsubscribe', oneClick)).status).toBe(400)
    for (const name of ['victim', 'other']) {
      expect((await subscriber(`${name}@example.com`))?.['status']).toBe('subscribed')
    }
  })
  test('a genuine link works years later and for an address nobody knows', async () => {
    const url = world.flow.runtime.unsubscribe.url({
      ...{ scope: 'marketing', channel: 'email', address: 'unknown@example.com' },
    })
    expect((await world.flow.rest('POST', pathOf(url), oneClick)).status).toBe(200)
    expect(await consentsOf('u•••@example.com')).toMatchObject([{ givenAt: null }])
    expect(await subscriber('unknown@example.com')).toBeUndefined()
  })
})

describe('the link in the text', () => {
  test('a template says where it stands; then none is added', async () => {
    await join('words@example.com')
    const body = 'Скидка. Не нужно? {{ unsubscribeUrl }}'
    const html = '<html><body><a href="{{ unsubscribeUrl }}">нет</a></body></html>'
    await world.subscribe([{ ...toCustomer, body, html }], { kind: 'marketing' })
    await world.order('words@example.com')
    const { parsed } = world.mail.received.at(-1) ?? {}
    const link = linkOfLetter()
    expect(parsed?.text?.trim()).toBe(`Скидка. Не нужно? ${link}`)
    expect(parsed?.html?.split(link)).toHaveLength(2)
  })
  test('without it a line is added at the end of both versions', async () => {
    await join('footer@example.com')
    const html = '<html><body><h1>Скидка</h1></body></html>'
    await world.subscribe([{ ...toCustomer, html }], { kind: 'marketing' })
    await world.order('footer@example.com')
    const { parsed } = world.mail.received.at(-1) ?? {}
    const link = linkOfLetter()
    expect(parsed?.text).toContain(`Только сегодня\n\nОтписаться от рекламы: ${link}`)
    expect(parsed?.html).toContain(`<a href="${link}">Отписаться от рекламы</a></p></body>`)
  })
  test('a letter that is no marketing has no such variable', async () => {
    await world.subscribe([{ ...toCustomer, body: '{{ unsubscribeUrl }}' }])
    expect(await world.order('x@example.com')).toMatchObject([
      { status: 'dead', last_code: 'FLOW_TEMPLATE_FAILED' },
    ])
  })
})
