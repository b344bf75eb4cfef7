import { describe, expect, test } from '@jest/globals'

import { channelsFrom } from '../../config/channelsFrom.ts'
import { type AnyChannel, bundledCatalogue, type FlowEvent, parseMapping } from '../../src/index.ts'
import { sampleEnvelope } from '../../src/event-catalogue/sampleEnvelope.ts'
import { createTemplateRenderer } from '../../src/templates/createTemplateRenderer.ts'

const accounts: Readonly<Record<string, object>> = {
  ga4: { measurementId: 'G-FAKE123456' },
  'meta-conversions': { datasetId: '1234567890123456' },
  'yandex-metrica': { counterId: '12345678' },
  vk: { pixelId: '3123456' },
}
const channels = channelsFrom({}).filter(({ readyMapping }) => readyMapping !== undefined)
const definitions = bundledCatalogue.all()
const now = Date.parse('2026-11-21T10:00:00.000Z')

/** What a channel would send of the sample of a type: its event's name, or the code of the refusal. */
async function sent(channel: AnyChannel, type: string): Promise<unknown> {
  const definition = definitions.find((known) => known.type === type)
  if (definition === undefined) throw new Error(`no type ${type}`)
  const event = sampleEnvelope(definition) as FlowEvent
  const target = channel.target.parse(accounts[channel.slug])
  const tools = { templates: createTemplateRenderer(), now: () => now, idempotencyKey: 'dlv_1' }
  try {
    return (await channel.preview?.({ event, body: JSON.stringify(event), target, ...tools }))?.json
  } catch (error) {
    return (error as { code?: unknown }).code ?? error
  }
}

test('every channel of conversions is looked at', () => {
  expect(channels.map(({ slug }) => slug).sort()).toEqual(Object.keys(accounts).sort())
})

describe.each(channels.map((channel) => [channel.slug, channel] as const))('%s', (_, channel) => {
  test('EV-30: ready rules are a mapping for every type, and the sample is sent or refused by name', async () => {
    for (const { type } of definitions) {
      const rules = channel.readyMapping?.(type)
      expect([type, parseMapping(JSON.parse(JSON.stringify(rules)))]).toEqual([type, rules])
      const result = await sent(channel, type)
      if (typeof result === 'string') expect(result).toMatch(/^FLOW_(?:META|GA4|METRICA|VK)_/)
      else expect(result).toEqual(expect.any(Object))
    }
  })
})

const bySlug = (slug: string): AnyChannel => {
  const found = channels.find((channel) => channel.slug === slug)
  if (found === undefined) throw new Error(`no channel ${slug}`)
  return found
}

test.each([
  ['order.paid', { event_name: 'Purchase', custom_data: { value: 18970, currency: 'RUB' } }],
  ['order.created', { event_name: 'InitiateCheckout' }],
  ['lead.created', { event_name: 'Lead' }],
  ['user.registered', { event_name: 'CompleteRegistration' }],
  ['cart.item_added', { event_name: 'AddToCart' }],
  ['order.completed', 'FLOW_META_FIELD_MISSING'],
])('EV-30: the sample of %s at Meta', async (type, expected) => {
  const result = await sent(bySlug('meta-conversions'), type)
  if (typeof expected === 'string') expect(result).toBe(expected)
  else expect(result).toMatchObject(expected)
})

test.each([
  ['order.paid', 'purchase', { value: 18970, currency: 'RUB', transaction_id: 'FM-10482' }],
  ['lead.created', 'generate_lead', {}],
  ['user.registered', 'sign_up', {}],
  ['product.viewed', 'view_item', {}],
  ['cart.item_removed', 'remove_from_cart', {}],
])('EV-30: the sample of %s at Google', async (type, name, params) => {
  expect(await sent(bySlug('ga4'), type)).toMatchObject({ events: [{ name, params }] })
})

test('EV-30: a paid order and a lead with a click of an ad at Yandex', async () => {
  const metrica = bySlug('yandex-metrica')
  expect(await sent(metrica, 'order.paid')).toMatchObject({ Target: 'order_paid', UserId: '318' })
  expect(await sent(metrica, 'lead.created')).toMatchObject({
    Target: 'lead_created',
    Yclid: '14839205718293',
  })
})
