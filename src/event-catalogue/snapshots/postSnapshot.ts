import * as z from 'zod'

import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `posts`. */
export const postSnapshot = defineSnapshot({
  title: rowField.localisedText,
  slug: rowField.text,
  excerpt: rowField.localisedText,
  /** Rich text as the editor stores it, by locale. */
  content: rowField.json,
  cover: rowField.relation,
  author: rowField.relation,
  categories: rowField.relations,
  tags: z.array(z.string()).nullish(),
  /** When it was first published. */
  publishedAt: rowField.date,
  allowComments: rowField.boolean,
  seo: rowField.group({ title: rowField.localisedText, description: rowField.localisedText }),
  _status: rowField.oneOf(['draft', 'published']),
})
