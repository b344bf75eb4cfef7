import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleDelivery } from '../../samples/sampleDelivery.ts'
import { deliverySnapshot } from '../../snapshots/deliverySnapshot.ts'
import { receiverHealthSchema } from '../../snapshots/receiverHealthSchema.ts'

/** A receiver that had been failing takes deliveries again. */
export const deliveryRecovered = defineEvent({
  type: 'delivery.recovered',
  version: 1,
  area: eventAreas.operations,
  summary: {
    en: 'A receiver that had been failing takes deliveries again.',
    ru: 'Получатель, которому не удавалось доставить, снова принимает.',
  },
  firesWhen: {
    en: 'The first success of a receiver after delivery.failing or delivery.exhausted.',
    ru: 'Первая удача у получателя после delivery.failing или delivery.exhausted.',
  },
  current: deliverySnapshot,
  extra: { receiver: receiverHealthSchema },
  sample: {
    current: {
      ...sampleDelivery,
      status: 'delivered',
      attemptsFinished: 5,
      lastCode: 'http_200',
      lastError: null,
    },
    previous: null,
    changed: [],
    receiver: {
      consecutiveFailures: 0,
      failingSince: null,
      lastSuccessAt: '2026-11-21T09:59:58.000Z',
    },
  },
})
