import type { Payload } from 'payload'

import type { Mailer, TemplateRenderer } from '../channels/channel.ts'
import type { ChannelRegistry } from '../channels/channelRegistry.ts'
import type { KeyRing } from '../credentials/keyRing.ts'
import type { HttpClient } from '../egress/httpClient.ts'
import type { Catalogue } from '../event-catalogue/catalogue.ts'
import type { EventService } from '../event-service/eventService.ts'
import type { Clock } from '../kernel/clock.ts'
import type { SubscriptionCache } from '../outbox/subscriptionCache.ts'

/** The engine of one Payload instance, as endpoints, hooks and workers use it. */
export type FlowRuntime = {
  payload: () => Payload
  catalogue: Catalogue
  channels: ChannelRegistry
  events: EventService<Catalogue>
  keyRing: KeyRing
  http: HttpClient
  mailer: Mailer
  templates: TemplateRenderer
  subscriptions: SubscriptionCache
  clock: Clock
  databaseUrl: string
  redisUrl: string | undefined
}
