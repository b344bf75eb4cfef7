import { describe, expect, test } from '@jest/globals'

import { filterRows, storedFilter } from '../../../src/admin/filterEditor/filterRows.ts'
import { fieldChoices } from '../../../src/admin/filterEditor/fieldChoices.ts'
import {
  choiceOf,
  operatorChoices,
  withChoice,
} from '../../../src/admin/filterEditor/operatorChoice.ts'
import { readScalar } from '../../../src/admin/filterEditor/scalarText.ts'
import { en } from '../../../src/admin/texts/en.ts'
import { ru } from '../../../src/admin/texts/ru.ts'
import { bundledCatalogue } from '../../../src/event-catalogue/bundledCatalogue.ts'
import { toJsonSchema } from '../../../src/event-catalogue/toJsonSchema.ts'
import { operators } from '../../../src/subscription-filter/operator.ts'
import { parseFilter } from '../../../src/subscription-filter/parseFilter.ts'

const condition = { field: 'data.current.total.ru.amount', operator: 'gt', value: 10000 }

describe('rows of a stored filter', () => {
  test('EV-21 a list and an any-group come back as they were', () => {
    for (const stored of [[condition], { any: [condition, { ...condition, operator: 'lt' }] }]) {
      const rows = filterRows(stored)
      expect(rows && storedFilter(rows)).toEqual(stored)
    }
  })

  test('what rows cannot show is left to the JSON editor', () => {
    expect(filterRows({ all: [{ not: condition }] })).toBeNull()
    expect(filterRows({ any: [], extra: 1 })).toBeNull()
    expect(filterRows([{ ...condition, operator: 'unheard_of' }])).toBeNull()
  })

  test('no conditions are stored as nothing, never as an empty any', () => {
    expect(storedFilter({ mode: 'any', rows: [] })).toBeNull()
    expect(filterRows(null)).toEqual({ mode: 'all', rows: [] })
  })
})

describe('operators', () => {
  test('EV-22 every operator has a name in both languages', () => {
    const named = new Set(operatorChoices.map((choice) => choice.split(':')[0]))
    expect([...named].sort()).toEqual([...operators].sort())
    for (const texts of [en, ru]) {
      expect(Object.keys(texts.filter.operators).sort()).toEqual([...operatorChoices].sort())
    }
  })

  test('EV-22 "is empty" is exists turned round, and switching keeps a value that fits', () => {
    const empty = withChoice({ field: 'meta.userId', operator: 'eq', value: 1 }, 'exists:false')
    expect(empty).toEqual({ field: 'meta.userId', operator: 'exists', value: false })
    expect(choiceOf(empty)).toBe('exists:false')
    expect(parseFilter([withChoice(condition, 'in')])).toEqual({
      all: [{ ...condition, operator: 'in', value: [10000] }],
    })
    expect(parseFilter([withChoice(condition, 'between')])).toBeDefined()
  })

  test('amounts are numbers however they are typed; texts stay texts', () => {
    expect(readScalar('10 000,5', 'number', 'gt')).toBe(10000.5)
    expect(readScalar('+79001234567', 'text', 'eq')).toBe('+79001234567')
    expect(readScalar('', 'number', 'gt')).toBeUndefined()
  })
})

test('EV-21 the fields of an event come per language of the site, lists with a star', () => {
  const schema = toJsonSchema(bundledCatalogue.get('order.paid'))
  const choices = fieldChoices([schema], ['ru', 'en'])
  const kinds = new Map(choices.map(({ kind, path }) => [path, kind]))
  expect(kinds.get('data.current.total.ru.amount')).toBe('number')
  expect(kinds.get('data.current.total.en.currency')).toBe('text')
  expect(kinds.get('data.current.items.*.sku')).toBe('text')
  expect(kinds.get('data.current.status')).toBe('enum')
  expect(kinds.get('data.current.paidAt')).toBe('date')
  for (const { path } of choices) {
    expect(() => parseFilter([{ field: path, operator: 'exists' }])).not.toThrow()
  }
})
