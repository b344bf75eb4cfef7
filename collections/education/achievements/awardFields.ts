import type { Field } from 'payload'

import { wholeNumber } from '../../wholeNumber.ts'

/** What a kind of achievement and an award of it have in common. */
export const awardFields: Field[] = [
  { name: 'icon', type: 'upload', relationTo: 'media', label: { en: 'Icon', ru: 'Значок' } },
  {
    name: 'points',
    type: 'number',
    label: { en: 'Points', ru: 'Баллы' },
    min: 0,
    validate: wholeNumber,
    admin: { position: 'sidebar', step: 1 },
  },
  {
    name: 'isMilestone',
    type: 'checkbox',
    label: { en: 'A milestone', ru: 'Веха' },
    index: true,
    admin: {
      position: 'sidebar',
      description: { en: 'Worth a special message.', ru: 'Достойна отдельного сообщения.' },
    },
  },
]
