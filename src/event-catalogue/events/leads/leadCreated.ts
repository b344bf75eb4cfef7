import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleLead } from '../../samples/sampleLead.ts'
import { leadSnapshot } from '../../snapshots/leadSnapshot.ts'

/** Somebody asked for something: through a form, by phone, or in another system. */
export const leadCreated = defineEvent({
  type: 'lead.created',
  version: 1,
  area: eventAreas.leads,
  summary: {
    en: 'A lead came in.',
    ru: 'Поступила новая заявка.',
  },
  firesWhen: {
    en: 'A lead is created, by hand, by a form or by another program.',
    ru: 'Заявка создана: вручную, формой или другой программой.',
  },
  current: leadSnapshot,
  sample: {
    current: sampleLead,
    previous: null,
    changed: [],
  },
})
