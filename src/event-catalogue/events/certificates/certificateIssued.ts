import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleCertificate } from '../../samples/sampleCertificate.ts'
import { certificateSnapshot } from '../../snapshots/certificateSnapshot.ts'

/** The proof of a completed course. */
export const certificateIssued = defineEvent({
  type: 'certificate.issued',
  version: 1,
  area: eventAreas.certificates,
  summary: {
    en: 'A certificate was issued.',
    ru: 'Выдан сертификат.',
  },
  firesWhen: {
    en: 'A certificate is created, by completing a course or by hand.',
    ru: 'Создан сертификат: по завершении курса или вручную.',
  },
  current: certificateSnapshot,
  sample: {
    current: sampleCertificate,
    previous: null,
    changed: [],
  },
})
