import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { guardStatus } from '../guardStatus.ts'
import { keepComputed } from '../keepComputed.ts'
import { commentFields } from './comments/commentFields.ts'
import { commentSidebar } from './comments/commentSidebar.ts'
import { commentStatusMachine } from './comments/commentStatusMachine.ts'
import { forgetThread } from './comments/forgetThread.ts'
import { nameAuthor } from './comments/nameAuthor.ts'
import { placeComment } from './comments/placeComment.ts'
import { readComments } from './comments/readComments.ts'
import { stampModeration } from './comments/stampModeration.ts'
import { submitComment } from './comments/submitComment.ts'
import { likeComment } from './likes/likeComment.ts'
import { unlikeComment } from './likes/unlikeComment.ts'

/**
 * What readers say. Visitors and customers write through `POST /api/comments/submit`; the smallest comment of staff
 * is `{ "target": { "relationTo": "posts", "value": 1 }, "text": "…" }`.
 */
export const Comments: CollectionConfig = {
  slug: 'comments',
  labels: {
    singular: { en: 'Comment', ru: 'Комментарий' },
    plural: { en: 'Comments', ru: 'Комментарии' },
  },
  admin: {
    group: { en: 'Content', ru: 'Контент' },
    description: {
      en: 'What readers say. Nobody sees a comment until it is approved.',
      ru: 'Мнения читателей. До одобрения комментарий никто не видит.',
    },
    useAsTitle: 'text',
    defaultColumns: ['text', 'status', 'target', 'authorName', 'likesCount', 'createdAt'],
    listSearchableFields: ['text', 'authorName', 'authorEmail'],
  },
  access: {
    create: isAdminOrManager,
    read: readComments,
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  indexes: [{ fields: ['status', 'createdAt'] }],
  endpoints: [submitComment, likeComment, unlikeComment],
  hooks: {
    beforeChange: [
      guardStatus({ machine: commentStatusMachine }),
      keepComputed({ counters: ['likesCount'] }),
      placeComment,
      nameAuthor,
      stampModeration,
    ],
    beforeDelete: [forgetThread],
  },
  fields: [...commentFields, ...commentSidebar],
}
