import type { CollectionConfig } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { codeField } from './achievements/codeField.ts'
import { awardFields } from './achievements/awardFields.ts'

/** What can be earned. The smallest one is `{ "code": "first-course", "title": "…" }`. */
export const AchievementTypes: CollectionConfig = {
  slug: 'achievement-types',
  labels: {
    singular: { en: 'Kind of achievement', ru: 'Вид достижения' },
    plural: { en: 'Kinds of achievements', ru: 'Виды достижений' },
  },
  admin: {
    group: { en: 'School', ru: 'Школа' },
    description: {
      en: 'The catalogue of awards. An award copies what stands here at that moment.',
      ru: 'Каталог наград. Выданная награда копирует то, что стоит здесь в этот момент.',
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'code', 'points', 'isMilestone', 'updatedAt'],
    listSearchableFields: ['title', 'code'],
  },
  access: {
    create: isAdminOrManager,
    read: () => true,
    update: isAdminOrManager,
    delete: isAdmin,
  },
  defaultSort: 'code',
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', ru: 'Название' },
      localized: true,
      required: true,
    },
    {
      name: 'description',
      type: 'textarea',
      label: { en: 'What it is given for', ru: 'За что выдаётся' },
      localized: true,
    },
    {
      ...codeField,
      required: true,
      unique: true,
      hooks: { ...codeField.hooks, beforeDuplicate: [({ value }) => `${value}-copy`] },
    },
    ...awardFields,
  ],
}
