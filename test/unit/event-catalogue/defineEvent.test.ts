import { describe, expect, test } from '@jest/globals'
import * as z from 'zod'
import { defineEvent, defineSnapshot, eventAreas, rowField } from '../../../src/index.ts'

const declaration = {
  type: 'parcel.sent',
  version: 1,
  area: eventAreas.orders,
  summary: { en: 'A parcel left.', ru: 'Посылка ушла.' },
  firesWhen: { en: 'It left.', ru: 'Она ушла.' },
  current: defineSnapshot({ weight: rowField.number }),
  sample: { current: { id: 1, weight: 3 }, previous: null, changed: [] },
} as const satisfies Record<string, unknown>

/** As a JavaScript caller would, without the compiler's protection. */
const defineUnchecked = defineEvent as (declaration: unknown) => unknown
const define = (changes: Record<string, unknown>) => () =>
  defineUnchecked({ ...declaration, ...changes })
const refusal = (code: string) => expect.objectContaining({ code })

describe('defineEvent', () => {
  test('answers with a frozen definition', () => {
    const definition = define({})()
    expect(definition).toMatchObject({
      type: 'parcel.sent',
      version: 1,
      sample: declaration.sample,
    })
    expect(Object.isFrozen(definition)).toBe(true)
  })

  test.each([
    'parcel',
    'parcel.sent.now',
    'Parcel.sent',
    'parcel.is-sent',
    '.sent',
    'parcel.',
    'посылка.ушла',
    'parcel.sent\n',
  ])('refuses the type %j', (type) => {
    expect(define({ type })).toThrow(refusal('FLOW_CATALOGUE_INVALID_TYPE'))
  })

  test.each([0, 1.5, -1, Number.NaN])('refuses the version %p', (version) => {
    expect(define({ version })).toThrow(refusal('FLOW_CATALOGUE_INVALID_VERSION'))
  })

  test.each([
    ['a Date', z.looseObject({ id: z.number(), weight: z.date().optional() })],
    ['a bigint', z.looseObject({ id: z.number(), weight: z.bigint().optional() })],
    [
      'a transform that keeps the type',
      z.looseObject({ id: z.number(), code: z.string().transform((code) => code.trim()) }),
    ],
  ])('refuses a schema with %s', (_what, current) => {
    expect(define({ current })).toThrow(refusal('FLOW_CATALOGUE_INVALID_SCHEMA'))
  })

  test('refuses a sample that does not fit, naming the places', () => {
    const sample = { current: { weight: 'heavy' }, previous: null, changed: [] }
    expect(define({ sample })).toThrow(
      expect.objectContaining({
        code: 'FLOW_CATALOGUE_INVALID_SAMPLE',
        details: {
          type: 'parcel.sent',
          issues: [
            expect.stringMatching(/^sample\.current\.id: /),
            expect.stringMatching(/^sample\.current\.weight: /),
          ],
        },
      }),
    )
  })

  test('refuses a sample that is not JSON where the schema does not look', () => {
    const sample = { ...declaration.sample, current: { id: 1, sentAt: new Date(0) } }
    expect(define({ sample })).toThrow(refusal('FLOW_CATALOGUE_INVALID_SAMPLE'))
  })

  test('requires extra members in data', () => {
    const extra = { carrier: z.string() }
    expect(define({ extra })).toThrow(refusal('FLOW_CATALOGUE_INVALID_SAMPLE'))
    expect(define({ extra, sample: { ...declaration.sample, carrier: 'post' } })).not.toThrow()
  })
})
