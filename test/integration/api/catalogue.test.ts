import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import asyncApiSchemas from '@asyncapi/specs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

import { isRecord } from '../../../src/kernel/isRecord.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'

let flow: BootedFlow
let viewer: Actor

beforeAll(async () => {
  flow = await bootFlow({ worker: false })
  viewer = await createActor(flow.payload, 'viewer')
})
afterAll(async () => {
  await flow?.destroy()
})

const get = (path: string) => flow.rest('GET', path, undefined, { user: viewer })

const typesOf = async (query: string): Promise<string[]> => {
  const { body, status } = await get(`/events/catalogue?${query}`)
  expect(status).toBe(200)
  const areas = body['areas'] as { types: { type: string }[] }[]
  const types = areas.flatMap((area) => area.types.map(({ type }) => type))
  expect(body['totals']).toEqual({ areas: areas.length, types: types.length })
  return types
}

describe('GET /api/events/catalogue, narrowed down', () => {
  test('by area', async () => {
    const types = await typesOf('area=orders')
    expect(types).toContain('order.paid')
    expect(types.filter((type) => !type.startsWith('order.'))).toEqual([])
    expect(await typesOf('area=orders,products')).toContain('product.created')
    expect(await typesOf('area=nowhere')).toEqual([])
  })

  test('by type and by wildcard', async () => {
    expect(await typesOf('type=order.paid')).toEqual(['order.paid'])
    const created = await typesOf('type=*.created')
    expect(created).toEqual(expect.arrayContaining(['order.created', 'product.created']))
    expect(created.filter((type) => !type.endsWith('.created'))).toEqual([])
    expect((await get('/events/catalogue?type=Order')).status).toBe(400)
  })

  test('by words of any language, in any order, е for ё', async () => {
    expect(await typesOf('search=заказ%20ОПЛАЧЕН')).toContain('order.paid')
    expect(await typesOf('search=paid%20order')).toContain('order.paid')
    expect(await typesOf('search=paid%20zebra')).toEqual([])
    expect(await typesOf('area=products&search=paid')).not.toContain('order.paid')
  })

  test('each type names its area, its collections and a sample of that collection', async () => {
    const { body } = await get('/events/catalogue?type=order.paid,user.login')
    const areas = body['areas'] as { types: Record<string, unknown>[] }[]
    const [login, paid] = areas
      .flatMap(({ types }) => types)
      .sort((a, b) => (String(a['type']) < String(b['type']) ? 1 : -1))
    expect(paid).toMatchObject({
      area: 'orders',
      collections: ['orders'],
      sample: {
        meta: { source: 'collection_operation', collection: 'orders', operation: 'update' },
      },
    })
    expect(login).toMatchObject({
      sample: { meta: { source: 'auth', collection: 'users', operation: 'login' } },
    })
  })
})

describe('GET /api/events/asyncapi.json', () => {
  const document = async (query = ''): Promise<Record<string, unknown>> => {
    const { body, status } = await get(`/events/asyncapi.json${query}`)
    expect(status).toBe(200)
    return body
  }
  const at = (value: unknown, ...steps: string[]): unknown =>
    steps.reduce((inner, step) => (isRecord(inner) ? inner[step] : undefined), value)

  test('is a valid AsyncAPI 3.0 document by the official schema', async () => {
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats(ajv)
    const official: Record<string, unknown> = { ...asyncApiSchemas.schemasWithoutId['3.0.0'] }
    const validate = ajv.compile(official)
    const valid = await document()
    validate(valid)
    expect(validate.errors).toBeNull()
    // The check bites: a document that lies is refused.
    expect(validate({ ...valid, asyncapi: '2.0.0' })).toBe(false)
    expect(validate({ ...valid, operations: { broken: { action: 'post' } } })).toBe(false)
  })

  test('has a channel, an operation and a message for every type, and every reference leads somewhere', async () => {
    const found = await document()
    const types = [...flow.runtime.catalogue.types].sort()
    for (const part of [at(found, 'channels'), at(found, 'operations')]) {
      expect(Object.keys(isRecord(part) ? part : {}).sort()).toEqual(types)
    }
    const references = [...JSON.stringify(found).matchAll(/"\$ref":"#\/([^"]+)"/g)]
    expect(references.length).toBeGreaterThan(types.length * 4)
    for (const [, pointer = ''] of references) {
      expect([pointer, at(found, ...pointer.split('/'))]).toEqual([pointer, expect.any(Object)])
    }
  })

  test('every example fits its own message', async () => {
    const found = await document()
    const messages = at(found, 'components', 'messages')
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats(ajv)
    for (const [type, message] of Object.entries(isRecord(messages) ? messages : {})) {
      const schema = { ...(at(message, 'payload') as object), components: found['components'] }
      const headers = { $ref: at(message, 'headers', '$ref'), components: found['components'] }
      const [example] = at(message, 'examples') as Record<string, unknown>[]
      const validate = ajv.compile(schema)
      validate(example?.['payload'])
      expect([type, validate.errors]).toEqual([type, null])
      expect(ajv.validate(headers, example?.['headers'])).toBe(true)
      expect(validate({ ...(example?.['payload'] as object), type: 'other.type' })).toBe(false)
    }
  })

  test('takes the same selection as the catalogue', async () => {
    const channels = (await document('?type=order.*'))['channels']
    expect(Object.keys(isRecord(channels) ? channels : {})).toContain('order.paid')
    expect(Object.keys(isRecord(channels) ? channels : {})).not.toContain('user.login')
    expect((await get('/events/asyncapi.json?locale=ru')).status).toBe(400)
  })
})

describe('EV-30 POST /api/events/mapping/preview', () => {
  const mapping = [
    { to: 'contact.name', from: { path: 'data.current.name' }, required: true },
    { to: 'contact.phone', from: { path: 'data.current.phone' }, transform: ['e164'] },
    { to: 'title', from: { template: '{{ type }} {{ data.current.id }}' } },
    { to: 'price', from: { path: 'data.current.company' }, transform: ['number'] },
  ]
  const preview = async (body: Record<string, unknown>, role: 'manager' | 'viewer' = 'manager') => {
    const user = await createActor(flow.payload, role)
    return flow.rest('POST', '/events/mapping/preview', body, { user })
  }

  test('an event of the log, as it was stored', async () => {
    const data = { name: 'Анна', phone: '+79161234567', company: 'ООО Утро' }
    const lead = await flow.payload.create({ collection: 'leads', data })
    const { rows } = await flow.sql.query(
      `SELECT id FROM event_logs WHERE type = 'lead.created' AND document_id = $1`,
      [String(lead.id)],
    )
    const eventId = String(rows[0]?.['id'])
    const { body, status } = await preview({ mapping, eventId })
    expect(status).toBe(200)
    expect(body).toEqual({
      event: { id: eventId, type: 'lead.created' },
      value: {
        contact: { name: 'Анна', phone: '+79161234567' },
        title: `lead.created ${lead.id}`,
      },
      problems: [{ to: 'price', why: 'unfit', detail: 'number', isFatal: false }],
    })
  })

  test('the sample of a type', async () => {
    const rules = [{ to: 'value', from: { path: 'data.current.total.$locale.amount' } }]
    const { body } = await preview({ mapping: rules, type: 'order.paid' })
    expect(body).toMatchObject({ event: { type: 'order.paid' }, value: { value: 18970 } })
  })

  test('what is malformed is named; who may not save may not preview', async () => {
    const broken = [...mapping, { to: 'x', from: { template: '{{ a' } }]
    const refused = await preview({ mapping: broken, type: 'order.paid' })
    expect(refused.status).toBe(400)
    expect(JSON.stringify(refused.body)).toContain('rule 5')
    for (const bad of [{ mapping }, { mapping, type: 'order.paid', eventId: 'evt_1' }]) {
      expect((await preview(bad)).status).toBe(400)
    }
    expect((await preview({ mapping, eventId: 'evt_none' })).status).toBe(404)
    expect((await preview({ mapping, type: 'order.paid' }, 'viewer')).status).toBe(403)
  })
})
