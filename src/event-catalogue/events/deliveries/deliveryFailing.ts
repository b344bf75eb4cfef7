import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleDelivery } from '../../samples/sampleDelivery.ts'
import { deliverySnapshot } from '../../snapshots/deliverySnapshot.ts'
import { receiverHealthSchema } from '../../snapshots/receiverHealthSchema.ts'

/** A receiver does not take a delivery. */
export const deliveryFailing = defineEvent({
  type: 'delivery.failing',
  version: 1,
  area: eventAreas.operations,
  summary: {
    en: 'A delivery keeps failing and will be tried again.',
    ru: 'Доставка раз за разом не удаётся, попытки продолжаются.',
  },
  firesWhen: {
    en: 'The fourth try of a delivery failed and the schedule has more of them.',
    ru: 'Не удалась четвёртая попытка доставки, и по расписанию будут ещё.',
  },
  current: deliverySnapshot,
  extra: { receiver: receiverHealthSchema },
  sample: {
    current: sampleDelivery,
    previous: null,
    changed: [],
    receiver: {
      consecutiveFailures: 4,
      failingSince: '2026-11-21T09:25:00.000Z',
      lastSuccessAt: '2026-11-21T09:10:12.000Z',
    },
  },
})
