import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import type { MappingRule, Transform } from '../../../src/field-mapper/fieldMapping.ts'
import { mapEvent } from '../../../src/field-mapper/mapEvent.ts'
import { parseMapping } from '../../../src/field-mapper/parseMapping.ts'
import { applyTransform } from '../../../src/field-mapper/transforms/applyTransform.ts'
import { FlowError } from '../../../src/kernel/flowError.ts'
import type { JsonObject } from '../../../src/kernel/json.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'

const templates = createTemplateRenderer()
const name = fc.constantFrom(
  'a',
  'b',
  'c',
  'x y',
  'поле',
  '0',
  'toString',
  'length',
  '__proto__',
  '',
)
const steps = fc.array(
  fc.oneof({ weight: 6, arbitrary: name }, fc.constant('*'), fc.constant('$locale')),
  {
    minLength: 1,
    maxLength: 4,
  },
)
const path = steps.map((parts) => ['data', 'current', ...parts].join('.'))
const transform = fc.oneof(
  fc.constantFrom<Transform['name']>(
    'trim',
    'lower',
    'upper',
    'text',
    'boolean',
    'email',
    'sha256',
  ),
  fc.record({ name: fc.constant('e164'), country: fc.constantFrom('RU', 'KZ', 'ZZ', 'us') }),
  fc.record({ name: fc.constant('number'), decimals: fc.integer({ min: 0, max: 10 }) }),
  fc.record({
    name: fc.constant('date'),
    format: fc.oneof(fc.constantFrom('iso', 'unix', 'unixMs', 'yyyy'), fc.string({ minLength: 1 })),
    zone: fc.constantFrom('UTC', 'Asia/Almaty', 'Mars/Base'),
  }),
)
const rule = fc.record(
  {
    to: steps.map((parts) => parts.join('.')),
    from: fc.oneof(
      fc.record({ path }),
      fc.record({ constant: fc.jsonValue() }),
      fc.record({ template: fc.constantFrom('{{ data.current.a }}', 'x', '{{ b', '{% for %}') }),
    ),
    map: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }),
    transform: fc.array(transform, { maxLength: 3 }),
    default: fc.jsonValue(),
    required: fc.boolean(),
  },
  { requiredKeys: ['to', 'from'] },
)
const current = fc.dictionary(name, fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true })

test('EV-30 any mapping is refused with its own error or maps any event, and pollutes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rule, { maxLength: 6 }), current, async (rules, document) => {
      const mapping = parsedOrNull(rules)
      if (mapping === null) return
      const event: JsonObject = { data: { current: document as JsonObject }, meta: { locale: 'a' } }
      const before = JSON.stringify(event)
      const { problems, value } = await mapEvent(mapping, event, templates)
      expect(JSON.stringify(event)).toBe(before)
      expect(JSON.parse(JSON.stringify(value))).toEqual(value)
      for (const { isFatal, to } of problems)
        expect(mapping.some((one) => one.to === to && (!isFatal || one.required === true))).toBe(
          true,
        )
      expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('a')
    }),
    { numRuns: 500 },
  )
})

test('EV-30 every required field has a value or a fatal problem', async () => {
  await fc.assert(
    fc.asyncProperty(path, current, async (from, document) => {
      const mapping = parsedOrNull([{ to: 'out.value', from: { path: from }, required: true }])
      if (mapping === null) return
      const event: JsonObject = { data: { current: document as JsonObject }, meta: {} }
      const { problems, value } = await mapEvent(mapping, event, templates)
      expect('out' in value).toBe(!problems.some(({ isFatal }) => isFatal))
    }),
  )
})

test('EV-30 steps are total, and normal forms stay as they are', () => {
  const scalar = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.emailAddress())
  fc.assert(
    fc.property(scalar, transform, (given, step) => {
      const [parsed] = parsedOrNull([{ to: 'a', from: { constant: 1 }, transform: [step] }]) ?? []
      const own = parsed?.transform?.[0]
      if (own === undefined) return
      const once = applyTransform(given, own)
      const isIdempotent = ['trim', 'lower', 'text', 'boolean', 'email', 'e164'].includes(own.name)
      if (isIdempotent && typeof once === 'string') expect(applyTransform(once, own)).toBe(once)
    }),
    { numRuns: 500 },
  )
})

function parsedOrNull(rules: unknown): readonly MappingRule[] | null {
  try {
    return parseMapping(rules)
  } catch (error) {
    if (error instanceof FlowError && error.code === 'FLOW_MAPPING_INVALID') return null
    throw error
  }
}
