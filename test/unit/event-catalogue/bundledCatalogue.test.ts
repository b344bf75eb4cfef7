import { describe, expect, test } from '@jest/globals'
import { bundledCatalogue, toJsonSchema } from '../../../src/index.ts'

const required = [
  'user.registered',
  'user.updated',
  'user.login',
  'user.logout',
  'user.returned',
  'order.created',
  'order.paid',
  'order.completed',
  'order.cancelled',
  'order.status_changed',
  'product.created',
  'product.updated',
  'product.published',
  'product.price_changed',
]

const envelopeOf = (definition: { type: string; version: number; sample: unknown }) => ({
  id: 'evt_1',
  type: definition.type,
  version: definition.version,
  timestamp: '2026-11-21T10:00:00.000Z',
  data: definition.sample,
  meta: {
    source: 'test',
    collection: null,
    operation: null,
    documentId: null,
    userId: null,
    userEmail: null,
    locale: null,
    causationId: null,
    hop: 0,
    sequence: null,
  },
})

describe('the bundled catalogue', () => {
  test('EV-01 has the types of users, orders and products', () => {
    expect(bundledCatalogue.types).toEqual(expect.arrayContaining(required))
  })

  describe.each(
    bundledCatalogue.all().map((definition) => ({ definition, type: definition.type })),
  )('$type', ({ definition }) => {
    test('EV-12 says what it is and when it fires, in English and Russian', () => {
      for (const text of [definition.summary, definition.firesWhen, definition.area.label]) {
        expect(text.en).toMatch(/[a-z]/)
        expect(text.en).not.toMatch(/[а-яё]/i)
        expect(text.ru).toMatch(/[а-яё]/i)
      }
      for (const text of [definition.summary, definition.firesWhen]) {
        expect(text.en).toMatch(/\.$/)
        expect(text.ru).toMatch(/\.$/)
      }
    })

    test('has a sample that decodes as an event and survives JSON unchanged', () => {
      const event = envelopeOf(definition)
      expect(bundledCatalogue.decode(event)).toBe(event)
      expect(JSON.parse(JSON.stringify(definition.sample))).toEqual(definition.sample)
    })

    test('has a sample whose changed fields are those that differ', () => {
      const { current, previous, changed } = definition.sample
      const before: Record<string, unknown> = previous ?? current
      const after: Record<string, unknown> = current
      const differing = Object.keys(after).filter(
        (name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]),
      )
      expect(differing.filter((name) => name !== 'updatedAt').sort()).toEqual([...changed].sort())
    })

    test('has a JSON Schema of its data, computed once', () => {
      const schema = toJsonSchema(definition)
      expect(schema).toMatchObject({
        type: 'object',
        title: definition.type,
        description: definition.summary.en,
        properties: { current: { type: 'object' }, changed: { type: 'array' } },
      })
      expect(schema.required).toEqual(expect.arrayContaining(['current', 'previous', 'changed']))
      expect(toJsonSchema(definition)).toBe(schema)
    })
  })

  test('rows need no more than an id, and keep what a site added', () => {
    const schema = bundledCatalogue.get('order.paid').schema
    const data = { current: { id: 'a1', giftWrap: { colour: 'red' } }, previous: null, changed: [] }
    expect(schema.parse(data)).toEqual(data)
    expect(schema.safeParse({ ...data, current: { number: '1' } }).success).toBe(false)
    expect(schema.safeParse({ ...data, current: { id: 1, status: 'payed' } }).success).toBe(false)
    expect(schema.safeParse({ ...data, current: { id: 1, total: { amount: 5 } } }).success).toBe(
      false,
    )
  })

  test('a previous row may be partial, even without id', () => {
    const schema = bundledCatalogue.get('order.paid').schema
    const data = { current: { id: 1 }, previous: { status: 'pending' }, changed: ['status'] }
    expect(schema.parse(data)).toEqual(data)
  })
})
