import type { CollectionConfig } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { staffOrPublished } from '../access/staffOrPublished.ts'
import { generateSlug } from '../commerce/generateSlug.ts'
import { rememberAutosave } from '../commerce/rememberAutosave.ts'
import { courseFields } from './courses/courseFields.ts'
import { keepCourseInUse } from './courses/keepCourseInUse.ts'

/** What the school teaches. The smallest one is `{ "title": "…", "_status": "draft" }`. */
export const Courses: CollectionConfig = {
  slug: 'courses',
  labels: {
    singular: { en: 'Course', ru: 'Курс' },
    plural: { en: 'Courses', ru: 'Курсы' },
  },
  admin: {
    group: { en: 'School', ru: 'Школа' },
    description: {
      en: 'The programme. Visitors see published courses; lessons are for those enrolled.',
      ru: 'Программа школы. Посетители видят опубликованные курсы, уроки открыты записанным.',
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'level', 'price.amount', 'price.currency', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
  },
  access: {
    create: isAdminOrManager,
    read: staffOrPublished,
    readVersions: isStaff,
    update: isAdminOrManager,
    delete: isAdmin,
  },
  defaultSort: '-createdAt',
  versions: { drafts: { autosave: { interval: 2000 } }, maxPerDoc: 50 },
  hooks: {
    beforeOperation: [rememberAutosave],
    beforeChange: [generateSlug],
    beforeDelete: [keepCourseInUse],
  },
  fields: courseFields,
}
