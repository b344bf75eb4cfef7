import type { TextField } from 'payload'

/** Free words to sort and filter by. */
export const tags: TextField = {
  name: 'tags',
  type: 'text',
  label: { en: 'Tags', ru: 'Метки' },
  hasMany: true,
  maxRows: 30,
  maxLength: 60,
  admin: { position: 'sidebar' },
}
