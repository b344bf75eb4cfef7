import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleService } from '../../samples/sampleService.ts'
import { serviceSnapshot } from '../../snapshots/serviceSnapshot.ts'

/** A service exists; drafts do not count. */
export const serviceCreated = defineEvent({
  type: 'service.created',
  version: 1,
  area: eventAreas.services,
  summary: {
    en: 'A service was created.',
    ru: 'Создана услуга.',
  },
  firesWhen: {
    en: 'A service is saved for the first time. A draft counts once it is saved for real.',
    ru: 'Услуга сохранена впервые. Черновик считается, когда его сохранят по-настоящему.',
  },
  current: serviceSnapshot,
  sample: {
    current: sampleService,
    previous: null,
    changed: [],
  },
})
