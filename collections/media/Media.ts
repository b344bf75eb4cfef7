import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'

/** Pictures of products, courses, services and posts. `dir` is where the files lie. */
export function createMedia({ dir }: { dir: string }): CollectionConfig {
  return {
    slug: 'media',
    labels: {
      singular: { en: 'Picture', ru: 'Изображение' },
      plural: { en: 'Pictures', ru: 'Изображения' },
    },
    admin: {
      group: { en: 'Content', ru: 'Контент' },
      description: {
        en: 'Pictures used anywhere on the site, in three sizes.',
        ru: 'Изображения для всего сайта, в трёх размерах.',
      },
      useAsTitle: 'filename',
      defaultColumns: ['filename', 'alt', 'mimeType', 'filesize', 'createdAt'],
      listSearchableFields: ['filename', 'alt'],
    },
    access: {
      create: isAdminOrManager,
      read: () => true,
      update: isAdminOrManager,
      delete: isAdminOrManager,
    },
    defaultSort: '-createdAt',
    upload: {
      staticDir: dir,
      // No SVG: it may carry scripts.
      mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
      imageSizes: [
        { name: 'thumbnail', width: 240, height: 240, position: 'centre' },
        { name: 'card', width: 768 },
        { name: 'wide', width: 1600, withoutEnlargement: true },
      ],
      adminThumbnail: 'thumbnail',
      focalPoint: true,
    },
    fields: [
      // Payload's own, in both languages; its addresses are no column.
      { name: 'mimeType', type: 'text', label: { en: 'File type', ru: 'Тип файла' } },
      {
        name: 'url',
        type: 'text',
        label: { en: 'Address', ru: 'Адрес' },
        admin: { disableListColumn: true },
      },
      {
        name: 'thumbnailURL',
        type: 'text',
        label: { en: 'Address of the thumbnail', ru: 'Адрес миниатюры' },
        admin: { disableListColumn: true },
      },
      {
        name: 'alt',
        type: 'text',
        label: { en: 'What it shows', ru: 'Что изображено' },
        localized: true,
        admin: {
          description: {
            en: 'Read aloud to those who cannot see the picture.',
            ru: 'Читается вслух тем, кто не видит изображение.',
          },
        },
      },
    ],
  }
}
