import { describe, expect, test } from '@jest/globals'
import * as z from 'zod'

import { schemaFields } from '../../../src/event-catalogue/schemaFields.ts'
import {
  bundledCatalogue,
  defineEvent,
  defineSnapshot,
  eventAreas,
  rowField,
} from '../../../src/index.ts'

const definition = defineEvent({
  type: 'parcel.sent',
  version: 1,
  area: eventAreas.orders,
  summary: { en: 'A parcel left.', ru: 'Посылка ушла.' },
  firesWhen: { en: 'The parcel left.', ru: 'Посылка ушла.' },
  current: defineSnapshot({
    code: rowField.text,
    carrier: rowField.oneOf(['post', 'sdek']),
    title: rowField.localisedText,
    price: rowField.localisedMoney,
    tags: rowField.list({ name: rowField.text }),
    related: rowField.relations,
    address: rowField.group({ city: rowField.text }),
    extra: rowField.json,
  }),
  extra: { late: z.boolean().describe('After the promised day.'), days: z.int().nullable() },
  sample: { current: { id: 1 }, previous: null, changed: [], late: false, days: null },
})
const fields = schemaFields(definition)
const find = (path: string) => fields.find((field) => field.path === path)

describe('the fields of an event', () => {
  test('own members first, then the row, then what was before; previous is not unfolded', () => {
    expect(fields.filter(({ depth }) => depth === 0).map(({ path }) => path)).toEqual([
      'late',
      'days',
      'current',
      'previous',
      'changed',
    ])
    expect(fields.filter(({ path }) => path.startsWith('previous'))).toHaveLength(1)
  })

  test('kinds, choices, lists, localised values and groups', () => {
    expect(find('current.id')).toMatchObject({ kind: 'id', isRequired: true, isNullable: false })
    expect(find('current.code')).toMatchObject({
      kind: 'text',
      isRequired: false,
      isNullable: true,
    })
    expect(find('current.carrier')).toMatchObject({ kind: 'choice', options: ['post', 'sdek'] })
    expect(find('current.title')).toMatchObject({ kind: 'localised', of: 'text' })
    expect(find('current.price')).toMatchObject({ kind: 'localised', of: 'object' })
    expect(find('current.price.<locale>.amount')).toMatchObject({ kind: 'number', depth: 2 })
    expect(find('current.tags')).toMatchObject({ kind: 'list', of: 'object' })
    expect(find('current.tags.*.name')).toMatchObject({ kind: 'text' })
    expect(find('current.related')).toMatchObject({ kind: 'list', of: 'id' })
    expect(find('current.address.city')).toMatchObject({ kind: 'text' })
    expect(find('current.extra')).toMatchObject({ kind: 'any', isNullable: true })
    expect(find('current.createdAt')).toMatchObject({ kind: 'date' })
    expect(find('late')).toMatchObject({ kind: 'boolean', description: 'After the promised day.' })
    expect(find('days')).toMatchObject({ kind: 'number', isRequired: true, isNullable: true })
  })

  test('every member of every sample of the catalogue is among them', () => {
    for (const event of bundledCatalogue.all()) {
      const paths = new Set(schemaFields(event).map(({ path }) => path))
      const { current, ...rest } = event.sample
      const expected = [
        ...Object.keys(rest),
        ...Object.keys(current).map((name) => `current.${name}`),
      ]
      expect(expected.filter((path) => !paths.has(path))).toEqual([])
    }
  })
})
