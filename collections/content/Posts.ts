import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { staffOrPublished } from '../access/staffOrPublished.ts'
import { generateSlug } from '../commerce/generateSlug.ts'
import { rememberAutosave } from '../commerce/rememberAutosave.ts'
import { deleteComments } from './posts/deleteComments.ts'
import { postFields } from './posts/postFields.ts'
import { postSidebar } from './posts/postSidebar.ts'
import { stampPublication } from './posts/stampPublication.ts'

/** The blog. The smallest post is `{ "title": "…", "_status": "draft" }`. */
export const Posts: CollectionConfig = {
  slug: 'posts',
  labels: {
    singular: { en: 'Post', ru: 'Публикация' },
    plural: { en: 'Posts', ru: 'Публикации' },
  },
  admin: {
    group: { en: 'Content', ru: 'Контент' },
    description: {
      en: 'Articles and news. Visitors see published posts only.',
      ru: 'Статьи и новости. Посетители видят только опубликованное.',
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'author', 'categories', '_status', 'publishedAt', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'excerpt'],
  },
  access: {
    create: isAdminOrManager,
    read: staffOrPublished,
    readVersions: isStaff,
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: '-createdAt',
  indexes: [{ fields: ['_status', 'publishedAt'] }],
  versions: { drafts: { autosave: { interval: 2000 } }, maxPerDoc: 50 },
  hooks: {
    beforeOperation: [rememberAutosave],
    beforeChange: [generateSlug, stampPublication],
    beforeDelete: [deleteComments],
  },
  fields: [...postFields, ...postSidebar],
}
