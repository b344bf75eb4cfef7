import { describe, expect, test } from '@jest/globals'
import type { Field } from 'payload'

import { bundledCollections } from '../../../collections/bundledCollections.ts'

const isBilingual = (label: unknown): boolean =>
  typeof label === 'object' &&
  label !== null &&
  'en' in label &&
  'ru' in label &&
  Boolean(label.en) &&
  Boolean(label.ru)

/** Paths of the named fields that lack a label in either language. */
function unlabelled(fields: Field[], path: string): string[] {
  return fields.flatMap((field) => {
    const name = 'name' in field ? `${path}.${field.name}` : path
    const inner = 'fields' in field ? unlabelled(field.fields, name) : []
    const isComplete = !('name' in field) || field.name === 'apiKey' || isBilingual(field.label)
    return isComplete ? inner : [name, ...inner]
  })
}

const collections = bundledCollections({ mediaDir: '/nowhere' })

describe.each(collections.map((collection) => ({ collection, slug: collection.slug })))(
  'EV-12 $slug',
  ({ collection, slug }) => {
    test('every field is labelled in English and Russian', () => {
      expect(unlabelled(collection.fields, slug)).toEqual([])
    })

    test('names, group and description are in English and Russian', () => {
      const { labels, admin } = collection
      for (const text of [labels?.singular, labels?.plural, admin?.group, admin?.description]) {
        expect(isBilingual(text)).toBe(true)
      }
    })

    test('EV-10 has list columns, a title and search fields', () => {
      expect(collection.admin?.defaultColumns?.length).toBeGreaterThan(3)
      expect(collection.admin?.listSearchableFields).toContain(collection.admin?.useAsTitle)
    })
  },
)
