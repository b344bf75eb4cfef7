import type * as z from 'zod'

import type { certificateSnapshot } from '../snapshots/certificateSnapshot.ts'

/** A certificate of the sample school. */
export const sampleCertificate = {
  id: 58,
  number: 'CERT-2026-000058',
  enrollment: 204,
  user: 318,
  course: 12,
  holderName: 'Анна Смирнова',
  courseTitle: { ru: 'Основы обжарки кофе', en: 'Coffee roasting basics' },
  status: 'valid',
  issuedAt: '2026-11-28T16:42:00.000Z',
  revokedAt: null,
  revokedReason: null,
  verificationCode: '7K2QX-9DM4T-0HVRA-3CPJN',
  createdAt: '2026-11-28T16:42:00.000Z',
  updatedAt: '2026-11-28T16:42:00.000Z',
} satisfies z.output<typeof certificateSnapshot>
