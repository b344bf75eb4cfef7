import { describe, expect, test } from '@jest/globals'
import {
  bundledCatalogue,
  defineCatalogue,
  extendCatalogue,
  orderCreated,
  orderPaid,
  productCreated,
  userReturned,
} from '../../../src/index.ts'

const catalogue = defineCatalogue([orderPaid, productCreated, orderCreated])
const refusal = (code: string, rest: object = {}) => expect.objectContaining({ code, ...rest })

const row = {
  id: 'evt_1',
  type: 'user.returned',
  version: 1,
  timestamp: '2026-11-21T10:00:00.000Z',
  data: { current: { id: 1 }, previous: null, changed: [], inactiveDays: 9 },
  meta: {
    source: 'code',
    collection: 'users',
    operation: 'update',
    documentId: '1',
    userId: null,
    userEmail: null,
    locale: null,
    causationId: null,
    hop: 0,
    sequence: 3,
  },
}

describe('a catalogue', () => {
  test('finds definitions by type', () => {
    expect(catalogue.types).toEqual(['order.paid', 'product.created', 'order.created'])
    expect(catalogue.get('order.paid')).toBe(orderPaid)
    expect(catalogue.has('order.paid')).toBe(true)
    expect(catalogue.has('user.login')).toBe(false)
    expect(catalogue.has('toString')).toBe(false)
    expect(catalogue.all()).toEqual([orderPaid, productCreated, orderCreated])
  })

  test('groups by area in the order of definition', () => {
    expect(
      catalogue
        .byArea()
        .map(({ area, definitions }) => [area.slug, definitions.map((d) => d.type)]),
    ).toEqual([
      ['orders', ['order.paid', 'order.created']],
      ['products', ['product.created']],
    ])
  })

  test.each([
    ['order.payed', 'order.paid'],
    ['orders.created', 'order.created'],
    ['product.Created', 'product.created'],
    ['invoice.reminded', null],
    ['x'.repeat(100_000), null],
  ])('refuses the unknown type %#, naming the nearest', (type, nearest) => {
    const hint =
      nearest === null ? expect.stringContaining('defineEvent') : `Did you mean ${nearest}?`
    expect(() => catalogue.get(type)).toThrow(refusal('FLOW_EVENT_UNKNOWN', { status: 400, hint }))
  })

  test('refuses a type that is defined twice', () => {
    expect(() => defineCatalogue([orderPaid, orderPaid])).toThrow(
      refusal('FLOW_CATALOGUE_DUPLICATE', { details: { type: 'order.paid' } }),
    )
    expect(() => extendCatalogue(catalogue, [orderPaid])).toThrow(
      refusal('FLOW_CATALOGUE_DUPLICATE'),
    )
  })

  test('is extended without being changed', () => {
    const more = extendCatalogue(catalogue, [userReturned])
    expect(more.types).toEqual([...catalogue.types, 'user.returned'])
    expect(catalogue.has('user.returned')).toBe(false)
  })
})

describe('decode', () => {
  test('answers with the row itself, typed', () => {
    const event = bundledCatalogue.decode(row)
    expect(event).toBe(row)
    expect(event.type === 'user.returned' && event.data.inactiveDays).toBe(9)
  })

  test('passes what a newer release may have added', () => {
    const newer = {
      ...row,
      traceId: 't',
      data: { ...row.data, mood: 'good' },
      meta: { ...row.meta, region: 'eu' },
    }
    expect(bundledCatalogue.decode(newer)).toBe(newer)
  })

  test.each([
    ['a string', 'order.paid', 'FLOW_EVENT_INVALID'],
    ['no meta', { ...row, meta: undefined }, 'FLOW_EVENT_INVALID'],
    [
      'data that do not fit',
      { ...row, data: { ...row.data, inactiveDays: '9' } },
      'FLOW_EVENT_INVALID',
    ],
    ['an unknown type', { ...row, type: 'user.vanished' }, 'FLOW_EVENT_UNKNOWN'],
    ['another version', { ...row, version: 2 }, 'FLOW_EVENT_UNKNOWN'],
  ])('refuses %s', (_what, bad, code) => {
    expect(() => bundledCatalogue.decode(bad)).toThrow(refusal(code))
  })
})
