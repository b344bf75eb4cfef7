import type { Endpoint } from 'payload'

import type { ChannelRegistry } from '../../../src/channels/channelRegistry.ts'
import { giveOwn, withdrawOwn } from './ownConsent.ts'
import { unsubscribeNow, unsubscribePage, unsubscribePageHead } from './unsubscribePage.ts'

/** What people do with their consents, below `/api/consents`; before the collection's own `/:id`. */
export function consentEndpoints({
  channels,
  users,
}: {
  channels: ChannelRegistry
  users: string
}): Endpoint[] {
  return [
    unsubscribePage,
    unsubscribePageHead,
    unsubscribeNow,
    giveOwn(channels, users),
    withdrawOwn(channels, users),
  ]
}
