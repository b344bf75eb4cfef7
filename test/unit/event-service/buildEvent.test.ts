import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildEvent } from '../../../src/event-service/buildEvent.ts'
import { eventLimits } from '../../../src/event-service/eventLimits.ts'
import { orderPaid, userReturned } from '../../../src/index.ts'

const now = Date.parse('2026-11-21T10:00:00.000Z')
const build = (data: unknown, rest: Partial<Parameters<typeof buildEvent>[0]> = {}) =>
  buildEvent({ definition: orderPaid, data, now, ...rest })
const textOf = ({ bodyHead, bodyTail }: { bodyHead: string; bodyTail: string }, n: number | null) =>
  `${bodyHead}${n}${bodyTail}`
const refusal = (code: string, rest: object = {}) => expect.objectContaining({ code, ...rest })
const issuesOf = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return (error as { details: { issues: unknown } }).details.issues
  }
  throw new Error('nothing was refused')
}

describe('the text of an event', () => {
  test('is the envelope in a fixed order, the number last', () => {
    const row = build(
      { current: { id: 7, status: 'paid' } },
      { meta: { documentId: 7, locale: 'ru' } },
    )
    expect(row.id).toMatch(/^evt_[0-9a-f-]{36}$/)
    expect(textOf(row, 12)).toBe(
      `{"id":"${row.id}","type":"order.paid","version":1,"timestamp":"2026-11-21T10:00:00.000Z",` +
        '"data":{"current":{"id":7,"status":"paid"},"previous":null,"changed":[]},' +
        '"meta":{"source":"code","collection":null,"operation":null,"documentId":"7","userId":null,' +
        '"userEmail":null,"locale":"ru","causationId":null,"hop":0,"sequence":12}}',
    )
    expect(JSON.parse(textOf(row, null)).meta.sequence).toBeNull()
  })

  test('orders the data: current, previous, changed, then the event’s own', () => {
    const data = { inactiveDays: 8, changed: ['lastActiveAt'], previous: {}, current: { id: 1 } }
    const row = build(data, { definition: userReturned })
    expect(Object.keys(row.data)).toEqual(['current', 'previous', 'changed', 'inactiveDays'])
  })

  test('parses back to the same event for any JSON in the row', () => {
    const field = fc
      .jsonValue({ maxDepth: 4, stringUnit: 'binary' })
      .map((value) => JSON.parse(JSON.stringify(value)))
    const row = fc.dictionary(fc.string(), field)
    fc.assert(
      fc.property(row, fc.option(fc.nat()), fc.string(), (mine, sequence, locale) => {
        const data = { current: { id: 1, mine }, previous: null, changed: Object.keys(mine) }
        const lenient = build(data, { lenient: true, meta: { locale } })
        expect(JSON.parse(textOf(lenient, sequence))).toEqual({
          id: lenient.id,
          type: 'order.paid',
          version: 1,
          timestamp: '2026-11-21T10:00:00.000Z',
          data: lenient.data,
          meta: { ...lenient.meta, sequence },
        })
        // Unless something had to be repaired, the row's data are the given data.
        if (lenient.issues.length === 0) expect(lenient.data).toEqual(data)
      }),
    )
  })

  test('any value at all: a lenient build never throws and its text is JSON', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withDate: true,
          withBigInt: true,
          withMap: true,
          withSet: true,
          withTypedArray: true,
          withSparseArray: true,
          withNullPrototype: true,
          withBoxedValues: true,
        }),
        (anything) => {
          const nested = build({ current: { id: 1, anything } }, { lenient: true })
          expect(JSON.parse(textOf(nested, 1)).data.current.id).toBe(1)
          const instead = build(anything, { lenient: true })
          expect(JSON.parse(textOf(instead, 1)).type).toBe('order.paid')
        },
      ),
    )
  })

  test('uses the given data, without a copy', () => {
    const current = { id: 1, nested: { deep: [1] } }
    expect(build({ current }).data.current).toBe(current)
  })

  test('leaves out what is undefined', () => {
    const row = build({ current: { id: 1, note: undefined }, previous: undefined })
    expect(JSON.parse(textOf(row, 1)).data).toEqual({
      current: { id: 1 },
      previous: null,
      changed: [],
    })
  })
})

describe('a strict build refuses', () => {
  test('EV-05 what does not fit the schema, listing places and no values', () => {
    const work = () => build({ current: { status: 'secret-value', total: 5 }, changed: [1] })
    expect(work).toThrow(refusal('FLOW_EVENT_INVALID', { status: 400 }))
    expect(work).not.toThrow(/secret-value/)
    expect(issuesOf(work)).toEqual([
      expect.stringMatching(/^data\.current\.id: /),
      expect.stringMatching(/^data\.current\.status: /),
      expect.stringMatching(/^data\.current\.total: /),
      expect.stringMatching(/^data\.changed\.0: /),
    ])
  })

  const cycle: Record<string, unknown> = {}
  cycle['self'] = [cycle]
  class Money {
    amount = 5
  }
  test.each([
    ['a Date', new Date(0)],
    ['a bigint', 5n],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a Map', new Map([[1, 2]])],
    ['a Buffer', Buffer.from('x')],
    ['a class instance', new Money()],
    ['a toJSON of its own', { toJSON: () => 'other' }],
    ['undefined in a list', [1, undefined]],
    ['a cycle', cycle],
    ['NUL', 'a\0b'],
    ['half a character', 'a\ud83d'],
    ['nesting without end', Array.from({ length: 200 }).reduce((inner) => [inner], 1)],
  ])('%s, naming the place', (_what, value) => {
    const work = () => build({ current: { id: 1, mine: { value } } })
    expect(work).toThrow(refusal('FLOW_EVENT_INVALID'))
    expect(issuesOf(work)).toEqual([expect.stringMatching(/^data\.current\.mine\.value/)])
  })

  test('a cycle where it closes', () => {
    expect(issuesOf(() => build({ current: { id: 1, mine: cycle } }))).toEqual([
      'data.current.mine.self.0: refers back to a value around it',
    ])
  })

  test('data that are no data', () => {
    for (const data of [null, undefined, 5, 'text', []]) {
      expect(() => build(data)).toThrow(refusal('FLOW_EVENT_INVALID'))
    }
  })

  test('a body of more than 256 KB, counted in bytes', () => {
    const words = (count: number) => ({ current: { id: 1, note: 'я'.repeat(count) } })
    expect(() => build(words(140_000))).toThrow(refusal('FLOW_EVENT_TOO_LARGE', { status: 413 }))
    const row = build(words(120_000))
    expect(Buffer.byteLength(textOf(row, 1))).toBeLessThanOrEqual(eventLimits.maxBodyBytes)
  })

  test('data that share branches so often that they would never end', () => {
    let branch: unknown = 1
    for (let level = 0; level < 60; level += 1) branch = { a: branch, b: branch }
    expect(() => build({ current: { id: 1, branch } })).toThrow(refusal('FLOW_EVENT_TOO_LARGE'))
  })

  test('the ninth event of a chain', () => {
    expect(build({ current: { id: 1 } }, { meta: { hop: 8 } }).meta.hop).toBe(8)
    expect(() => build({ current: { id: 1 } }, { meta: { hop: 9 } })).toThrow(
      refusal('FLOW_EVENT_LOOP', { details: { type: 'order.paid', hop: 9, maxHop: 8 } }),
    )
  })

  test.each([
    ['meta.source', { source: 'elsewhere' }],
    ['meta.operation', { operation: 'guess' }],
    ['meta.hop', { hop: -1 }],
    ['meta.hop', { hop: '1' }],
    ['meta.documentId', { documentId: { id: 1 } }],
    ['meta.userEmail', { userEmail: 'a\0b' }],
  ])('a wrong %s', (place, meta) => {
    const work = () => build({ current: { id: 1 } }, { meta: meta as object })
    expect(issuesOf(work)).toEqual([expect.stringContaining(`${place}: `)])
  })

  test.each(['', 'k'.repeat(256), 'a\0b'])('a bad idempotency key (%#)', (idempotencyKey) => {
    const work = () => build({ current: { id: 1 } }, { idempotencyKey })
    expect(issuesOf(work)).toEqual([expect.stringMatching(/^idempotencyKey: /)])
  })
})

describe('ordinary text that looks like a forbidden escape', () => {
  test.each(['C:\\udocs', '\\u0000', '😀', '\ud83d\ude00', '\u0001', '\u2028'])(
    '%j passes',
    (note) => {
      const row = build({ current: { id: 1, note } })
      expect(JSON.parse(textOf(row, 1)).data.current.note).toBe(note)
    },
  )
})

describe('a lenient build', () => {
  test('keeps a misfit and names it', () => {
    const row = build({ current: { id: 1, status: 'on-hold' } }, { lenient: true })
    expect(JSON.parse(textOf(row, 1)).data.current).toEqual({ id: 1, status: 'on-hold' })
    expect(row.issues).toEqual([expect.stringMatching(/^data\.current\.status: /)])
  })

  test('turns what is not JSON into JSON and names it', () => {
    const current = { id: 1, at: new Date(0), big: 5n, nan: Number.NaN, nul: 'a\0b', fn: () => 1 }
    const row = build({ current }, { lenient: true })
    expect(row.data.current).toEqual({
      id: 1,
      at: '1970-01-01T00:00:00.000Z',
      big: '5',
      nan: null,
      nul: 'a\uFFFDb',
    })
    expect(JSON.parse(textOf(row, 1)).data).toEqual(row.data)
    expect(row.issues).toHaveLength(5)
    expect(current.at).toBeInstanceOf(Date)
  })

  test('leaves the largest fields out of a row that is too large', () => {
    const long = 'я'.repeat(100_000)
    const current = { id: 1, status: 'paid', note: long, number: 'FM-1' }
    const previous = { ...current, status: 'pending', note: `${long}!` }
    const row = build({ current, previous, changed: ['status', 'note'] }, { lenient: true })
    expect(row.data).toEqual({
      current: { id: 1, status: 'paid', number: 'FM-1' },
      previous: { id: 1, status: 'pending', number: 'FM-1' },
      changed: ['status', 'note'],
    })
    expect(JSON.parse(textOf(row, 1)).data).toEqual(row.data)
    expect(row.issues).toEqual([expect.stringMatching(/^data\.current\.note: left out/)])
    expect(current.note).toBe(long)
  })

  test('marks a chain that is too long instead of failing the save', () => {
    const row = build({ current: { id: 1 } }, { lenient: true, meta: { hop: 9 } })
    expect(row.meta.hop).toBe(9)
    expect(row.issues).toEqual([expect.stringMatching(/^meta\.hop: /)])
  })
})
