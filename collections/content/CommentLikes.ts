import type { CollectionConfig } from 'payload'

import { staffOrOwner } from '../access/staffOrOwner.ts'
import { nobody } from '../access/nobody.ts'

/**
 * Who likes which comment; written by the like endpoints alone. A like that was taken back stays as a row that is
 * not active, so that giving it again is not news.
 */
export const CommentLikes: CollectionConfig = {
  slug: 'comment-likes',
  labels: {
    singular: { en: 'Like', ru: 'Отметка «нравится»' },
    plural: { en: 'Likes', ru: 'Отметки «нравится»' },
  },
  admin: {
    group: { en: 'Content', ru: 'Контент' },
    description: {
      en: 'Who likes which comment. Readers give and take them back on the site.',
      ru: 'Кому какие комментарии нравятся. Ставят и снимают читатели на сайте.',
    },
    useAsTitle: 'id',
    defaultColumns: ['comment', 'user', 'isActive', 'likedAt'],
    listSearchableFields: ['id'],
  },
  access: {
    create: nobody,
    read: staffOrOwner('user'),
    update: nobody,
    delete: nobody,
  },
  defaultSort: '-likedAt',
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['comment', 'user'], unique: true }],
  fields: [
    // Not required: a required relation would keep the account it points to from ever being deleted.
    {
      name: 'comment',
      type: 'relationship',
      relationTo: 'comments',
      label: { en: 'Comment', ru: 'Комментарий' },
    },
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      label: { en: 'Who', ru: 'Кто' },
      index: true,
    },
    {
      name: 'isActive',
      type: 'checkbox',
      label: { en: 'Stands', ru: 'Действует' },
      defaultValue: true,
    },
    {
      name: 'likedAt',
      type: 'date',
      label: { en: 'First given at', ru: 'Впервые поставлена' },
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
  ],
}
