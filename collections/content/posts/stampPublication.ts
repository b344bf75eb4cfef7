import type { CollectionBeforeChangeHook } from 'payload'

import { nowOf } from '../../nowOf.ts'

/** Notes when a post was first published. A date that stands already, an author's own or an old one, is kept. */
export const stampPublication: CollectionBeforeChangeHook = ({ data, req }) => {
  if (data['_status'] !== 'published' || data['publishedAt']) return data
  return { ...data, publishedAt: nowOf(req.payload) }
}
