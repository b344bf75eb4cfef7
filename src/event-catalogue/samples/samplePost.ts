import type * as z from 'zod'

import type { postSnapshot } from '../snapshots/postSnapshot.ts'

/** A post of the sample shop's blog. */
export const samplePost = {
  id: 41,
  title: { ru: 'Как выбрать кофемолку для дома', en: 'How to choose a coffee grinder' },
  excerpt: {
    ru: 'Жернова или нож, ручная или электрическая: разбираемся за пять минут.',
    en: 'Burrs or blades, by hand or by motor: five minutes to decide.',
  },
  cover: 112,
  content: {
    ru: {
      root: {
        type: 'root',
        version: 1,
        children: [
          { type: 'paragraph', version: 1, children: [{ type: 'text', text: 'Начнём с помола.' }] },
        ],
      },
    },
  },
  seo: { title: { ru: 'Кофемолка для дома: как выбрать' }, description: {} },
  slug: 'kak-vybrat-kofemolku-dlya-doma',
  author: 12,
  publishedAt: '2026-11-20T07:00:00.000Z',
  categories: [3],
  tags: ['кофе', 'советы'],
  allowComments: true,
  _status: 'published',
  createdAt: '2026-11-18T13:20:00.000Z',
  updatedAt: '2026-11-20T07:00:00.000Z',
} satisfies z.output<typeof postSnapshot>
