import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleService } from '../../samples/sampleService.ts'
import { serviceSnapshot } from '../../snapshots/serviceSnapshot.ts'

/** Customers can see and book the service now. */
export const servicePublished = defineEvent({
  type: 'service.published',
  version: 1,
  area: eventAreas.services,
  summary: {
    en: 'A service was published.',
    ru: 'Услуга опубликована.',
  },
  firesWhen: {
    en: 'The publication status goes from draft to published, or a service is created published.',
    ru: 'Статус публикации сменился с черновика на опубликован, или услуга создана опубликованной.',
  },
  current: serviceSnapshot,
  sample: {
    current: sampleService,
    previous: { ...sampleService, _status: 'draft' },
    changed: ['_status'],
  },
})
