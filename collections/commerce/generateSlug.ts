import { randomBytes } from 'node:crypto'

import type { CollectionBeforeChangeHook } from 'payload'

import { slugify } from './slugify.ts'

/**
 * Gives a document its slug from its title once, on the first real save: an autosave would freeze half a
 * word. A slug that exists stays, so that links keep working; a taken one gets a short random tail.
 */
export const generateSlug: CollectionBeforeChangeHook = async ({
  collection,
  context,
  data,
  originalDoc,
  req,
}) => {
  if (context['isAutosave'] || data['slug'] || originalDoc?.slug) return data
  const base = slugify(textOf(data['title'] ?? originalDoc?.title))
  if (!base) return data
  const { totalDocs } = await req.payload.db.count({
    collection: collection.slug,
    where: { slug: { equals: base } },
    req,
  })
  const slug = totalDocs === 0 ? base : `${base}-${randomBytes(3).toString('hex')}`
  return { ...data, slug }
}

/** The text itself, or with `locale=all` the first language that has one. */
function textOf(title: unknown): string {
  if (typeof title === 'string') return title
  if (typeof title !== 'object' || title === null) return ''
  return Object.values(title).find((text) => typeof text === 'string' && text !== '') ?? ''
}
