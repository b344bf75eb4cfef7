import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { readLiteral, showLiteral } from '../../../src/admin/mappingEditor/literalText.ts'
import {
  mappingRows,
  newMappingRow,
  storedMapping,
} from '../../../src/admin/mappingEditor/mappingRows.ts'
import { problemSentences } from '../../../src/admin/mappingEditor/problemSentences.ts'
import { transformNames } from '../../../src/admin/mappingEditor/transformNames.ts'
import { en } from '../../../src/admin/texts/en.ts'
import { ru } from '../../../src/admin/texts/ru.ts'
import { parseMapping } from '../../../src/field-mapper/parseMapping.ts'

const stored = [
  { to: 'user.email', from: { path: 'data.current.email' }, transform: [{ name: 'email' }] },
  { to: 'title', from: { template: 'Заказ {{ data.current.id }}' }, required: true },
  { to: 'stage', from: { path: 'data.current.status' }, map: { paid: 142, new: 'n' }, default: 0 },
  { to: 'source', from: { constant: '007' } },
  { to: 'count', from: { constant: 7 } },
  {
    to: 'at',
    from: { path: 'timestamp' },
    transform: [{ name: 'date', format: 'dd.MM.yyyy', zone: 'Europe/Moscow' }],
  },
]

describe('rows of a mapping', () => {
  test('EV-30 a mapping comes back as it was, and is one', () => {
    const rows = mappingRows(stored)
    expect(rows && storedMapping(rows)).toEqual(stored)
    expect(parseMapping(stored)).toHaveLength(stored.length)
  })
  test('steps written as names alone are shown too', () => {
    const [row] = mappingRows([{ ...stored[0], transform: ['email'] }]) ?? []
    expect(row?.transform).toEqual([{ name: 'email' }])
  })
  test.each([
    [{ to: 'x' }],
    [[{ to: 'x', from: { path: 'a', constant: 1 } }]],
    [[{ to: 'x', from: { path: 'a' }, extra: 1 }]],
    [[{ to: 'x', from: { path: 'a' }, transform: [{ name: 'shout' }] }]],
    [[{ to: 'x', from: { path: 'a' }, map: { 'a=b': 1 } }]],
  ])('%j is left to the JSON editor', (value) => {
    expect(mappingRows(value)).toBeNull()
  })
  test('no rules are stored as nothing; a new row can be shown again', () => {
    expect(storedMapping([])).toBeNull()
    expect(mappingRows(storedMapping([newMappingRow]))).toEqual([newMappingRow])
  })
  test('a typed value reads back as itself', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const json = JSON.parse(JSON.stringify(value))
        expect(readLiteral(showLiteral(json))).toEqual(json)
      }),
    )
    for (const text of ['7', '-1', 'true', 'null', '"x"', '[1]', '{}', '1e3', ' 7'])
      expect(readLiteral(showLiteral(text))).toBe(text)
    expect(['8-916', 'true', '1.5', 'да', '"1"'].map(readLiteral)).toEqual([
      '8-916',
      true,
      1.5,
      'да',
      '1',
    ])
  })
})

test('every step and every problem has words in both languages', () => {
  for (const texts of [en, ru]) {
    expect(Object.keys(texts.mapping.steps).sort()).toEqual([...transformNames].sort())
    const problems = [
      { to: 'a', why: 'missing', isFatal: true },
      { to: 'b', why: 'unfit', detail: 'e164', isFatal: false },
      { to: 'c', why: 'template', detail: 'undefined variable', isFatal: false },
    ]
    const sentences = problemSentences({ problems }, texts)
    expect(sentences).toHaveLength(3)
    expect(sentences[1]).toContain(texts.mapping.steps['e164'])
  }
})
