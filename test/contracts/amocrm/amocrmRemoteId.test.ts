import { afterEach, describe, expect, test } from '@jest/globals'

import { createAmocrmChannel } from '../../../plugins/channels/amocrm/amocrmChannel.ts'
import type { Attempt } from '../../../src/index.ts'
import { amocrmReply } from '../../support/fakes/amocrm/amocrmReply.ts'
import { FAKE_AMOCRM_TOKEN } from '../../support/fakes/amocrm/amocrmTokens.ts'
import { type AmocrmFake, startAmocrmFake } from '../../support/fakes/amocrm/startAmocrmFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import { tryChannel } from '../../support/fakes/tryChannel.ts'

const open: AmocrmFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

async function start(
  script: (call: string) => LoopbackReply | undefined = () => undefined,
): Promise<AmocrmFake> {
  const fake = await startAmocrmFake((_, call) => script(call))
  open.push(fake)
  return fake
}

const secrets = { accessToken: FAKE_AMOCRM_TOKEN }
const anna = { domain: 'example.amocrm.ru', title: 'Заказ', name: 'Анна', phone: '89161234567' }

/** One try; `remoteId` is what an earlier one learnt. */
function deliverTo(fake: AmocrmFake, remoteId?: string, target: object = {}): Promise<Attempt> {
  const channel = createAmocrmChannel({ apiUrl: fake.url })
  const known = remoteId === undefined ? {} : { remoteId }
  return tryChannel({ channel, secrets, target: { ...anna, ...target }, ...known })
}

describe('the lead that is known', () => {
  test('is changed at once, without a search and without a field for our id', async () => {
    const fake = await start()
    const first = await deliverTo(fake)
    expect(first).toMatchObject({ code: 'AMOCRM_ADDED', remoteId: '1001' })
    const searches = fake.searches()
    const second = await deliverTo(fake, '1001', { title: 'Оплачен', status: 142 })
    expect(second).toMatchObject({ code: 'AMOCRM_CHANGED', remoteId: '1001' })
    expect(fake.searches()).toBe(searches)
    expect(fake.calls.at(-1)).toBe('PATCH /leads/1001')
    expect([...fake.leads.values()]).toMatchObject([{ name: 'Оплачен', status_id: 142 }])
  })

  test('is changed although the search has not heard of it yet', async () => {
    const fake = await start()
    fake.holdIndex(true)
    await deliverTo(fake, undefined, { idField: 501 })
    await deliverTo(fake, '1001', { idField: 501 })
    expect(fake.leads.size).toBe(1)
    // The other way round, so that the test can fail: without the number there are two.
    await deliverTo(fake, undefined, { idField: 501 })
    expect(fake.leads.size).toBe(2)
  })

  const missing = amocrmReply.invalid('id', 'NotFound', 'Entity not found')
  test.each<[string, LoopbackReply | undefined]>([
    ['with 404', undefined],
    ['as a wrong number', missing],
  ])('that a person deleted is made anew, said %s', async (_, reply) => {
    const fake = await start((call) => (call === 'PATCH /leads/1001' ? reply : undefined))
    await deliverTo(fake, undefined, { idField: 501 })
    fake.leads.delete(1001)
    const attempt = await deliverTo(fake, '1001', { idField: 501 })
    expect(attempt).toMatchObject({
      ...{ outcome: 'delivered', code: 'AMOCRM_ADDED', remoteId: '1002' },
      reasons: [{ key: 'gone', params: { id: '1001' } }, { key: 'contact_found' }],
    })
    expect([...fake.leads.keys()]).toEqual([1002])
  })

  test('that is gone is looked for first: another one may hold our id', async () => {
    const fake = await start()
    const fields = [{ field_id: 501, values: [{ value: 'orders:42' }] }]
    fake.leads.set(77, { custom_fields_values: fields, tags: [], contacts: [] })
    const attempt = await deliverTo(fake, '1001', { idField: 501 })
    expect(attempt).toMatchObject({ code: 'AMOCRM_CHANGED', remoteId: '77' })
    expect(fake.leads.size).toBe(1)
  })

  test.each([
    ['a stage that is none', amocrmReply.invalid('status_id', 'NotSupportedChoice', 'x')],
    [
      'a user that is none',
      amocrmReply.invalid('responsible_user_id', 'NotFound', 'User not found'),
    ],
    ['a contact that is none', amocrmReply.invalid('_embedded.contacts.0.id', 'NotFound', 'x')],
  ])('is not taken for gone because of %s', async (_, reply) => {
    const fake = await start((call) => (call === 'PATCH /leads/1001' ? reply : undefined))
    await deliverTo(fake)
    const searches = fake.searches()
    expect(await deliverTo(fake, '1001')).toMatchObject({ outcome: 'rejected' })
    expect([fake.searches(), fake.leads.size]).toEqual([searches, 1])
  })
})

describe('which object deliveries are about', () => {
  const channel = createAmocrmChannel({ domain: 'default.kommo.com' })
  test.each([
    [{ domain: 'https://Example.amocrm.ru/leads/' }, 'example.amocrm.ru lead'],
    [{}, 'default.kommo.com lead'],
    [{ domain: 'example.amocrm.ru', identity: 'event' }, null],
  ])('%j: %s', (target, expected) => {
    expect(channel.remoteObject?.({ target: channel.target.parse(target), secrets })).toBe(expected)
  })
})
