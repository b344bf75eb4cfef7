import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleService } from '../../samples/sampleService.ts'
import { serviceSnapshot } from '../../snapshots/serviceSnapshot.ts'

/** A field of a service changed. */
export const serviceUpdated = defineEvent({
  type: 'service.updated',
  version: 1,
  area: eventAreas.services,
  summary: {
    en: 'A service changed.',
    ru: 'Услуга изменена.',
  },
  firesWhen: {
    en: 'A field of the service changed. Draft saves and autosaves do not count.',
    ru: 'Изменилось поле услуги. Сохранение черновика и автосохранение не считаются.',
  },
  current: serviceSnapshot,
  sample: {
    current: sampleService,
    previous: { ...sampleService, durationMinutes: 45 },
    changed: ['durationMinutes'],
  },
})
