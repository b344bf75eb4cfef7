import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import { until } from '../../support/flow/until.ts'
import { type ConsentWorld, openConsentWorld } from '../../support/consents/consentWorld.ts'
import { createActor } from '../../support/payload/createActor.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'

let world: ConsentWorld
let receiver: FlowReceiver

beforeAll(async () => {
  receiver = await startReceiver()
  world = await openConsentWorld()
}, 300_000)
afterAll(async () => {
  await world?.close()
  await receiver?.close()
})
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
const marketing = { kind: 'marketing' }
const consent = (address: string, channel = 'email') =>
  world.flow.rest(
    'POST',
    '/consents',
    { kind: 'marketing', channel, address },
    { user: world.manager },
  )
/** Stamps the end of whatever this address agreed to. */
const withdraw = async (shown: string) => {
  const query = `where[shown][equals]=${encodeURIComponent(shown)}&where[withdrawnAt][exists]=false`
  const { body } = await world.flow.rest('GET', `/consents?${query}`, undefined, {
    user: world.manager,
  })
  const id = String(body.docs[0]?.['id'])
  const change = { withdrawnAt: new Date().toISOString() }
  return world.flow.rest('PATCH', `/consents/${id}`, change, { user: world.manager })
}

describe('RE-06, INC-15: marketing goes only to those who agreed', () => {
  test('without a consent nothing reaches the mail server and the log says why', async () => {
    await world.subscribe([toCustomer], marketing)
    const [row] = await world.order('stranger@example.com')
    expect(row).toEqual({
      status: 'cancelled',
      last_code: 'NO_CONSENT',
      last_error: 'skipped: s•••@example.com gave no consent to marketing on this channel',
      attempts_finished: 0,
    })
    expect(world.mail.received).toEqual([])
    const { rows } = await world.flow.sql.query('SELECT 1 FROM event_attempts')
    expect(rows).toEqual([])
  })
  test('with a consent the letter arrives, however the address is written', async () => {
    expect((await consent(' Anna@Example.com')).status).toBe(201)
    await world.subscribe([toCustomer], marketing)
    expect(await world.order('anna@example.com')).toMatchObject([{ status: 'delivered' }])
    expect(world.mail.received.map(({ to }) => to)).toEqual([['anna@example.com']])
  })
  test('ordinary and transactional messages need none', async () => {
    for (const kind of ['ordinary', 'transactional']) await world.subscribe([toCustomer], { kind })
    const rows = await world.order('nobody@example.com')
    expect(rows.map(({ status }) => status)).toEqual(['delivered', 'delivered'])
    for (const { parsed } of world.mail.received) {
      const names = parsed.headers.map(({ key }) => key)
      expect(names.filter((name) => name.startsWith('list-'))).toEqual([])
      expect(parsed.text).not.toContain('unsubscribe')
    }
  })
  test('what is withdrawn between the event and the try counts', async () => {
    await consent('quick@example.com')
    const id = await world.subscribe([toCustomer], { ...marketing })
    const pause = (way: string) =>
      world.flow.rest('POST', `/events/subscriptions/${id}/${way}`, {}, { user: world.manager })
    await pause('pause')
    const body = { total: { amount: 1, currency: 'RUB' }, customerEmail: 'quick@example.com' }
    await world.flow.rest('POST', '/orders?locale=ru', body, { user: world.manager })
    const state = async () => {
      const { rows } = await world.flow.sql.query<{ status: string; last_code: string }>(
        'SELECT status::text, last_code FROM event_deliveries WHERE subscription = $1',
        [id],
      )
      return rows[0]
    }
    await until(async () => (await state())?.status === 'pending', 'a delivery that waits')
    expect((await withdraw('q•••@example.com')).status).toBe(200)
    await pause('resume')
    await world.flow.settle()
    expect(await state()).toEqual({ status: 'cancelled', last_code: 'CONSENT_WITHDRAWN' })
    expect(world.mail.received).toEqual([])
  })
  test('a consent to one channel is none to another', async () => {
    await consent('+7 916 123-45-67', 'sms')
    await world.subscribe([{ ...toCustomer, to: 'boris@example.com' }], marketing)
    expect(await world.order('x@example.com')).toMatchObject([{ last_code: 'NO_CONSENT' }])
  })
  test('suppression is the stronger of the two', async () => {
    await consent('clara@example.com')
    const entry = { channel: 'email', address: 'clara@example.com', reason: 'complained' }
    await world.flow.rest('POST', '/suppressed-addresses', entry, { user: world.manager })
    await world.subscribe([toCustomer], marketing)
    expect(await world.order('clara@example.com')).toMatchObject([{ last_code: 'SUPPRESSED' }])
  })
})

describe('the requirement switched off for customers', () => {
  test('who said nothing gets it with a link to leave, who left does not', async () => {
    await consent('left@example.com')
    await withdraw('l•••@example.com')
    await world.subscribe([toCustomer], { ...marketing, needsConsent: false })
    expect(await world.order('customer@example.com')).toMatchObject([{ status: 'delivered' }])
    const { headers } = world.mail.received[0]?.parsed ?? { headers: [] }
    expect(headers.map(({ key }) => key)).toContain('list-unsubscribe')
    expect(await world.order('left@example.com')).toMatchObject([
      { status: 'cancelled', last_code: 'CONSENT_WITHDRAWN' },
    ])
  })
})

describe('other ways to a person', () => {
  test('the bell asks for the account, and for staff nobody', async () => {
    const customer = await createActor(world.flow.payload, 'customer')
    await world.subscribe(
      [
        { blockType: 'in-app', audience: 'user', title: 'Скидка' },
        { blockType: 'in-app', audience: 'staff', title: 'Скидка' },
      ],
      marketing,
    )
    const codes = async () =>
      (await world.order('x@example.com', { customer: customer.id }))
        .map(({ last_code: code }) => code)
        .sort()
    expect(await codes()).toEqual(['IN_APP_ADDED', 'NO_CONSENT'])
    const wish = { kind: 'marketing', channel: 'in-app' }
    const given = await world.flow.rest('POST', '/consents/mine', wish, { user: customer })
    expect(given.status).toBe(201)
    expect(await codes()).toEqual(['IN_APP_ADDED', 'IN_APP_ADDED'])
  })
  test('a chat with one person needs one, what writes to no person does not', async () => {
    const botToken = `123456:${'a'.repeat(35)}`
    await world.subscribe(
      [{ blockType: 'telegram', chatId: '123456789', text: 'Скидка', botToken }],
      marketing,
    )
    expect(await world.order('x@example.com')).toMatchObject([{ last_code: 'NO_CONSENT' }])
    await world.unsubscribeAll()
    await world.subscribe([{ blockType: 'webhook', url: receiver.url }], marketing)
    expect(await world.order('x@example.com')).toMatchObject([{ status: 'delivered' }])
  })
  test('several addresses in one marketing letter are refused, because the link is of one person', async () => {
    for (const name of ['d', 'e']) await consent(`${name}@example.com`)
    await world.subscribe([{ ...toCustomer, to: 'd@example.com, e@example.com' }], marketing)
    expect(await world.order('x@example.com')).toMatchObject([
      { status: 'dead', last_code: 'MARKETING_TO_SEVERAL' },
    ])
    await withdraw('e•••@example.com')
    expect(await world.order('x@example.com')).toMatchObject([{ status: 'delivered' }])
    expect(world.mail.received.map(({ to }) => to)).toEqual([['d@example.com']])
  })
})
