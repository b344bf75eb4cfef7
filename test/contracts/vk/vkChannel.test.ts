import { afterEach, describe, expect, test } from '@jest/globals'

import { createVkChannel } from '../../../plugins/channels/vk/vkChannel.ts'
import type { JsonObject } from '../../../src/index.ts'
import { tryChannel, tryPreview, tryValidate } from '../../support/fakes/tryChannel.ts'
import { FAKE_VK_PIXEL, startVkFake, type VkFake } from '../../support/fakes/vk/startVkFake.ts'

const open: VkFake[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((fake) => fake.close()))
})

type Given = { mapping?: unknown; target?: Record<string, unknown>; current?: JsonObject }

async function deliver({ current = { customer: 318 }, mapping = [], target }: Given = {}) {
  const fake = await startVkFake()
  open.push(fake)
  const channel = createVkChannel({ apiUrl: fake.url })
  const form = { pixelId: FAKE_VK_PIXEL, mapping, ...target }
  return { attempt: await tryChannel({ channel, target: form, current }), fake }
}
const rule = (to: string, constant: unknown) => ({ to, from: { constant } })

describe('EV-30: the conversion that is counted', () => {
  test('a paid order of a known visitor', async () => {
    const { attempt, fake } = await deliver()
    expect(attempt).toMatchObject({ outcome: 'delivered', code: 'http_200' })
    expect(fake.counted).toEqual([
      { goal: 'order_paid', value: '20000', visitor: ['userid', '318'] },
    ])
    expect(attempt.exchange.request['url']).toBe(
      `${fake.url}/tracker?id=${FAKE_VK_PIXEL};e=RG%3A20000/order_paid;userid=318`,
    )
  })
  test('a click goes before the user; values leave their place nowhere', async () => {
    const mapping = [rule('rb_clickid', 'a;e=RG:9/x&id=1'), rule('goal', 'цель/1')]
    const { attempt } = await deliver({ mapping })
    // As it went over the wire: decoded, a value that broke out would look the same.
    expect(attempt.exchange.request['url']).toMatch(
      /;e=RG%3A20000\/%D1%86%D0%B5%D0%BB%D1%8C%2F1;rb_clickid=a%3Be%3DRG%3A9%2Fx%26id%3D1$/,
    )
  })
  test.each<[string, Given, string]>([
    ['nobody', { current: {} }, 'FLOW_VK_VISITOR_MISSING'],
    ['a goal of two lines', { mapping: [rule('goal', 'a\nb')] }, 'FLOW_VK_FIELD_INVALID'],
    ['a value in words', { mapping: [rule('value', 'много')] }, 'FLOW_VK_FIELD_INVALID'],
    ['an unheard field', { mapping: [rule('email', 'a')] }, 'FLOW_VK_FIELD_INVALID'],
    ['no pixel', { target: { pixelId: '' } }, 'FLOW_VK_PIXEL_MISSING'],
  ])('%s: not sent', async (_, given, code) => {
    const { attempt, fake } = await deliver(given)
    expect(attempt).toMatchObject({ outcome: 'rejected', code })
    expect(fake.requests).toEqual([])
  })
})

test('what is saved and previewed', async () => {
  const channel = createVkChannel()
  const target = { pixelId: 3123456 }
  expect(await tryValidate({ channel, target })).toBeUndefined()
  expect(await tryValidate({ channel, target: { pixelId: 'VK-RTRG-1-x' } })).toEqual([
    'FLOW_VK_PIXEL_INVALID',
    'pixelId',
  ])
  expect(await tryPreview({ channel, target, current: { customer: 1 } })).toEqual({
    to: 'VK 3123456',
    json: { goal: 'order_paid', value: 20000, userid: '1' },
  })
})
