import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleDelivery } from '../../samples/sampleDelivery.ts'
import { deliverySnapshot } from '../../snapshots/deliverySnapshot.ts'
import { receiverHealthSchema } from '../../snapshots/receiverHealthSchema.ts'

/** A delivery became a dead letter. */
export const deliveryExhausted = defineEvent({
  type: 'delivery.exhausted',
  version: 1,
  area: eventAreas.operations,
  summary: {
    en: 'A delivery failed for good; a person can retry it.',
    ru: 'Доставка не удалась окончательно; повторить её может человек.',
  },
  firesWhen: {
    en: 'The last try of the schedule failed, or the receiver refused for good.',
    ru: 'Не удалась последняя попытка по расписанию, или получатель отказал окончательно.',
  },
  current: deliverySnapshot,
  extra: { receiver: receiverHealthSchema },
  sample: {
    current: { ...sampleDelivery, status: 'dead', attemptsFinished: 10 },
    previous: null,
    changed: [],
    receiver: {
      consecutiveFailures: 10,
      failingSince: '2026-11-18T06:24:55.000Z',
      lastSuccessAt: '2026-11-18T06:10:12.000Z',
    },
  },
})
