import * as z from 'zod'

import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `comments`. */
export const commentSnapshot = defineSnapshot({
  text: rowField.text,
  /** What was commented on. */
  target: z.looseObject({ relationTo: z.string(), value: rowField.relation }).nullish(),
  /** Id of the comment this one answers. */
  parent: rowField.relation,
  status: rowField.oneOf(['pending', 'approved', 'rejected']),
  /** Id of the user; null for a guest. */
  author: rowField.relation,
  authorName: rowField.text,
  /** Of a guest. */
  authorEmail: rowField.email,
  likesCount: rowField.number,
  moderatedAt: rowField.date,
  moderatedBy: rowField.relation,
})
