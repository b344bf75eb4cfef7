import { afterEach, describe, expect, test } from '@jest/globals'

import { createBitrixChannel } from '../../../plugins/channels/bitrix24/bitrixChannel.ts'
import type { Attempt } from '../../../src/index.ts'
import {
  type BitrixFake,
  bitrixReply,
  FAKE_BITRIX_CODE,
  FAKE_BITRIX_URL,
  startBitrixFake,
} from '../../support/fakes/bitrix24/startBitrixFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import { tryChannel } from '../../support/fakes/tryChannel.ts'

const open: BitrixFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

async function start(
  script: (method: string) => LoopbackReply | undefined = () => undefined,
): Promise<BitrixFake> {
  const fake = await startBitrixFake((_, method) => script(method))
  open.push(fake)
  return fake
}

const secrets = { webhookUrl: FAKE_BITRIX_URL }
const anna = { title: 'Заказ', name: 'Анна', phone: '89161234567' }
const entities = [
  ['lead', '1100'],
  ['deal', '2100'],
  ['contact', '3100'],
] as const

/** One try; `remoteId` is what an earlier one learnt. */
function deliverTo(fake: BitrixFake, target: object, remoteId?: string): Promise<Attempt> {
  const channel = createBitrixChannel({ apiUrl: fake.url })
  const known = remoteId === undefined ? {} : { remoteId }
  return tryChannel({ channel, secrets, target: { ...anna, ...target }, ...known })
}

describe('the object that is known', () => {
  test.each(entities)('%s: is changed at once, without a search', async (entity, id) => {
    const fake = await start()
    expect(await deliverTo(fake, { entity })).toMatchObject({ remoteId: id })
    const searches = fake.searches()
    const attempt = await deliverTo(fake, { entity, comments: 'Оплачен' }, id)
    expect(attempt).toMatchObject({ code: 'BITRIX24_CHANGED', remoteId: id })
    expect(fake.searches()).toBe(searches)
    expect(fake.methods.at(-1)).toBe(`crm.${entity}.update`)
    expect([...fake.objects[entity].values()]).toMatchObject([{ COMMENTS: 'Оплачен' }])
  })

  test.each(entities)('%s: deleted by a person, it is made anew', async (entity, id) => {
    const fake = await start()
    await deliverTo(fake, { entity })
    fake.objects[entity].delete(id)
    const attempt = await deliverTo(fake, { entity }, id)
    const next = String(Number(id) + 1)
    expect(attempt).toMatchObject({ code: 'BITRIX24_ADDED', remoteId: next })
    expect(attempt.reasons).toContainEqual({ key: 'object_gone', params: { id } })
    expect([...fake.objects[entity].keys()]).toEqual([next])
  })

  test('another refusal is no reason to make a second one', async () => {
    const refusal = bitrixReply(400, 'CRM_FIELD_ERROR_VALUE_NOT_VALID', 'Stage not found')
    const fake = await start((method) => (method === 'crm.lead.update' ? refusal : undefined))
    await deliverTo(fake, {})
    expect(await deliverTo(fake, {}, '1100')).toMatchObject({ outcome: 'rejected' })
    expect([fake.searches(), fake.objects.lead.size]).toEqual([1, 1])
  })
})

describe('which object deliveries are about', () => {
  const channel = createBitrixChannel()
  test.each([
    [{}, 'shop.bitrix24.ru lead'],
    [{ entity: 'deal' }, 'shop.bitrix24.ru deal'],
    [{ entity: 'contact' }, 'shop.bitrix24.ru contact'],
    [{ identity: 'event' }, null],
  ])('%j: %s, and no secret', (target, expected) => {
    const object = channel.remoteObject?.({ target: channel.target.parse(target), secrets })
    expect(object).toBe(expected)
    expect(String(object)).not.toContain(FAKE_BITRIX_CODE)
  })
})
