import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleCertificate } from '../../samples/sampleCertificate.ts'
import { certificateSnapshot } from '../../snapshots/certificateSnapshot.ts'

/** Somebody took the PDF. */
export const certificateDownloaded = defineEvent({
  type: 'certificate.downloaded',
  version: 1,
  area: eventAreas.certificates,
  summary: {
    en: 'A certificate was downloaded.',
    ru: 'Сертификат скачан.',
  },
  firesWhen: {
    en: 'The PDF is downloaded by the holder or by staff.',
    ru: 'PDF скачал владелец или сотрудник.',
  },
  current: certificateSnapshot,
  sample: {
    current: sampleCertificate,
    previous: null,
    changed: [],
  },
})
