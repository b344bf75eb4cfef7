import type { CollectionConfig } from 'payload'

import { on } from '../../../hooks/rules/on.ts'
import { track } from '../../../hooks/rules/track.ts'
import { defineEvent, defineSnapshot, rowField } from '../../../src/index.ts'

const area = { slug: 'site', label: { en: 'Site', ru: 'Сайт' } }
const summary = { en: 'Something happened.', ru: 'Что-то произошло.' }

function event(type: string) {
  return defineEvent({
    type,
    version: 1,
    area,
    summary,
    firesWhen: summary,
    current: defineSnapshot({ title: rowField.json }),
    sample: { current: { id: 1 }, previous: null, changed: [] },
  })
}

/** Slugs whose tables are called otherwise: the adapter writes them in snake case, or as `dbName` says. */
export const namedSlugs = ['myOrders', 'HTTPCalls', 'step2-notes', 'renamedNotes']

const namedCollections: CollectionConfig[] = namedSlugs.map((slug) => ({
  slug,
  ...(slug === 'renamedNotes' ? { dbName: 'notesOfAnotherName' } : {}),
  fields: [{ name: 'title', type: 'text' }],
}))

/** A site's own collections: plain with trash and a bad hook, and one with drafts, autosave and locales. */
export const siteCollections: CollectionConfig[] = [
  ...namedCollections,
  {
    slug: 'notes',
    trash: true,
    hooks: {
      afterChange: [
        ({ doc, context }) => {
          if (context['failLate'] === true || doc.title === 'late failure') {
            throw new Error('a later hook fails')
          }
          return doc
        },
      ],
    },
    fields: [
      { name: 'title', type: 'text' },
      { name: 'secretNote', type: 'text', hidden: true },
      { name: 'related', type: 'relationship', relationTo: 'notes' },
      { name: 'uniqueCode', type: 'text', unique: true },
    ],
  },
  {
    slug: 'articles',
    versions: { drafts: { autosave: true } },
    fields: [
      { name: 'title', type: 'text', localized: true },
      { name: 'body', type: 'text' },
    ],
  },
]

export const siteEvents = [
  event('note.created'),
  event('note.updated'),
  event('note.trashed'),
  event('note.restored'),
  event('note.deleted'),
  event('article.created'),
  event('article.published'),
  event('article.unpublished'),
  event('article.updated'),
]

export const siteTracking = [
  ...namedSlugs.map((slug) => track(slug, { 'note.updated': on.updated() })),
  track('notes', {
    'note.created': on.created(),
    'note.updated': on.updated({ ignore: ['deletedAt'] }),
    'note.trashed': on.trashed(),
    'note.restored': on.restored(),
    'note.deleted': on.deleted(),
  }),
  track('articles', {
    'article.created': on.created(),
    'article.published': on.published(),
    'article.unpublished': on.unpublished(),
    'article.updated': on.updated(),
  }),
]
