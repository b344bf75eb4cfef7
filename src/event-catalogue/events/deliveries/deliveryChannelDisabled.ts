import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { disabledSubscriptionSnapshot } from '../../snapshots/disabledSubscriptionSnapshot.ts'
import { receiverHealthSchema } from '../../snapshots/receiverHealthSchema.ts'

/** The engine switched a channel of a subscription off. */
export const deliveryChannelDisabled = defineEvent({
  type: 'delivery.channel_disabled',
  version: 1,
  area: eventAreas.operations,
  summary: {
    en: 'A channel of an event subscription was switched off by itself.',
    ru: 'Канал подписки на события отключён автоматически.',
  },
  firesWhen: {
    en: 'The receiver said it is gone (HTTP 410), or took nothing for five days.',
    ru: 'Получатель сообщил, что его больше нет (HTTP 410), или пять дней ничего не принимал.',
  },
  current: disabledSubscriptionSnapshot,
  extra: {
    channel: z.string(),
    /** Id of the channel's entry in the subscription. */
    channelEntry: z.string(),
    /** Where it went, without secrets. */
    target: z.string().nullable(),
    cause: z.enum(['gone', 'failing']),
    reason: z.string(),
    receiver: receiverHealthSchema,
  },
  sample: {
    current: { id: '7', name: 'Orders to the warehouse' },
    previous: null,
    changed: [],
    channel: 'webhook',
    channelEntry: '6740a1f0c2b1a50012ab34cd',
    target: 'POST warehouse.example.com/hook',
    cause: 'failing',
    reason: 'nothing but failures for 5 days; the last one: the receiver answered 503',
    receiver: {
      consecutiveFailures: 61,
      failingSince: '2026-11-16T09:24:55.000Z',
      lastSuccessAt: '2026-11-16T09:10:12.000Z',
    },
  },
})
