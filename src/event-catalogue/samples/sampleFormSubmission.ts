import type * as z from 'zod'

import type { formSubmissionSnapshot } from '../snapshots/formSubmissionSnapshot.ts'

/** Answers to the form "Ask for an offer". */
export const sampleFormSubmission = {
  id: 1184,
  title: 'Мария Кузнецова, 8 (916) 555-01-42, maria@sever-coffee.example',
  form: 3,
  values: [
    {
      id: '6740c1f2a9b1c20012d4f001',
      name: 'name',
      label: 'Как к вам обращаться?',
      value: 'Мария Кузнецова',
      shown: null,
    },
    {
      id: '6740c1f2a9b1c20012d4f002',
      name: 'phone',
      label: 'Телефон',
      value: '+79165550142',
      shown: '8 (916) 555-01-42',
    },
    {
      id: '6740c1f2a9b1c20012d4f003',
      name: 'email',
      label: 'Почта',
      value: 'maria@sever-coffee.example',
      shown: null,
    },
    {
      id: '6740c1f2a9b1c20012d4f004',
      name: 'budget',
      label: 'Бюджет',
      value: 'up_to_300',
      shown: 'до 300 000 ₽',
    },
  ],
  consents: [
    {
      id: '6740c1f2a9b1c20012d4f005',
      text: 'Даю согласие на обработку персональных данных',
      documentUrl: '/privacy/consent',
      at: '2026-11-21T10:04:11.000Z',
    },
  ],
  page: 'https://studio.example/sites?utm_source=yandex&utm_campaign=sites-msk',
  referrer: 'https://yandex.ru/',
  utm: {
    source: 'yandex',
    medium: 'cpc',
    campaign: 'sites-msk',
    content: 'banner-2',
    term: 'сайт для кофейни',
    fbclid: null,
    gclid: null,
    yclid: '14839205718293',
  },
  locale: 'ru',
  ip: '203.0.113.0',
  userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)',
  createdAt: '2026-11-21T10:04:11.000Z',
  updatedAt: '2026-11-21T10:04:11.000Z',
} satisfies z.output<typeof formSubmissionSnapshot>
