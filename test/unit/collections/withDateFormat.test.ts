import { describe, expect, test } from '@jest/globals'
import type { CollectionConfig } from 'payload'

import { withDateFormat } from '../../../collections/withDateFormat.ts'

const time = { pickerAppearance: 'dayAndTime' } as const
const collection: CollectionConfig = {
  slug: 'things',
  fields: [
    { name: 'plain', type: 'date' },
    {
      type: 'tabs',
      tabs: [{ label: 'Tab', fields: [{ name: 'tabbed', type: 'date', admin: { date: time } }] }],
    },
    {
      name: 'rows',
      type: 'array',
      fields: [
        { name: 'own', type: 'date', admin: { date: { ...time, displayFormat: 'HH:mm:ss' } } },
        { name: 'text', type: 'text' },
      ],
    },
    { name: 'month', type: 'date', admin: { date: { pickerAppearance: 'monthOnly' } } },
  ],
}

describe('dates of the admin', () => {
  test('get a format for both languages at every depth; what stands, and other pickers, stay', () => {
    expect(withDateFormat(collection).fields).toEqual([
      {
        name: 'plain',
        type: 'date',
        admin: { date: { displayFormat: 'd MMM yyyy', timeFormat: 'HH:mm' } },
      },
      {
        type: 'tabs',
        tabs: [
          {
            label: 'Tab',
            fields: [
              {
                name: 'tabbed',
                type: 'date',
                admin: {
                  date: { ...time, displayFormat: 'd MMM yyyy, HH:mm', timeFormat: 'HH:mm' },
                },
              },
            ],
          },
        ],
      },
      {
        name: 'rows',
        type: 'array',
        fields: [
          {
            name: 'own',
            type: 'date',
            admin: { date: { ...time, displayFormat: 'HH:mm:ss', timeFormat: 'HH:mm' } },
          },
          { name: 'text', type: 'text' },
        ],
      },
      collection.fields[3],
    ])
  })
})
