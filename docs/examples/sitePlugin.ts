import type { Plugin } from 'payload'

import { webhookChannel } from '../../plugins/channels/webhook/webhookChannel.ts'
import { flowMasters, on, track } from '../../src/index.ts'
import { chatChannel } from './chatChannel.ts'
import { parcelShipped } from './parcelShipped.ts'

/** Goes last into `plugins` of payload.config.ts, after whatever adds the collections it tracks. */
export const sitePlugin = (env: Record<string, string | undefined>): Plugin =>
  flowMasters({
    channels: [webhookChannel, chatChannel],
    events: [parcelShipped],
    tracking: [
      track('my-orders', {
        'order.created': on.created(),
        'order.paid': on.changedTo('status', 'paid'),
      }),
      track('parcels', { 'parcel.shipped': on.changedTo('status', 'shipped') }),
    ],
    databaseUrl: env['DATABASE_URL'] ?? '',
    encryptionKeys: env['FLOWMASTERS_ENCRYPTION_KEYS'] ?? '',
    isSmtpConfigured: false,
    mailOutboxDir: './mail-outbox',
  })
