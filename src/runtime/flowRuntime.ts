import type { Payload } from 'payload'

import type { Mailer, TemplateRenderer } from '../channels/channel.ts'
import type { Inbox } from '../channels/inbox.ts'
import type { ChannelRegistry } from '../channels/channelRegistry.ts'
import type { UnsubscribeLinks } from '../consents/createUnsubscribeLinks.ts'
import type { CredentialRefresher } from '../credentials/credentialRefresher.ts'
import type { KeyRing } from '../credentials/keyRing.ts'
import type { AddressBook } from '../delivery/addressBook.ts'
import type { DeviceBook } from '../delivery/deviceBook.ts'
import type { RemoteObjectBook } from '../delivery/remoteObjectBook.ts'
import type { CallbackKeys } from '../delivery/callbackKeys.ts'
import type { HttpClient } from '../egress/httpClient.ts'
import type { LocalOutbox } from '../egress/mail/localOutbox.ts'
import type { Catalogue } from '../event-catalogue/catalogue.ts'
import type { EventEmitter } from '../event-catalogue/eventEmitter.ts'
import type { EventService } from '../event-service/eventService.ts'
import type { InboxStreams } from '../inbox/createInboxStreams.ts'
import type { Notifications } from '../inbox/notificationsStore.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Metrics } from '../monitoring/createMetrics.ts'
import type { QueueBoard } from '../monitoring/queue-board/createQueueBoard.ts'
import type { RateLimiter } from '../rate-limit/rateLimiter.ts'
import type { ScheduledJob } from '../schedule/scheduledJob.ts'
import type { SubscriptionCache } from '../outbox/subscriptionCache.ts'

/** The engine of one Payload instance, as endpoints, hooks and workers use it. */
export type FlowRuntime = {
  payload: () => Payload
  catalogue: Catalogue
  /** Where events of a type come from; empty when the site's code publishes them. */
  emittersOf: (type: string) => readonly EventEmitter[]
  channels: ChannelRegistry
  events: EventService<Catalogue>
  keyRing: KeyRing
  /** Variables that stored credentials may name, with their values. */
  variables: Readonly<Record<string, string | undefined>>
  /** Renews tokens of stored credentials. */
  refresher: CredentialRefresher
  http: HttpClient
  mailer: Mailer
  /** Puts notifications into people's inboxes. */
  inbox: Inbox
  /** People's own notifications. */
  notifications: Notifications
  /** Who listens to their inbox in this process. */
  inboxStreams: InboxStreams
  /** Letters kept on this machine. */
  localOutbox: LocalOutbox
  /** False: letters are kept in the local outbox and do not leave. */
  isSmtpConfigured: boolean
  templates: TemplateRenderer
  /** Who must not be written to. */
  addresses: AddressBook
  /** Links in marketing messages that end a person's consent. */
  unsubscribe: UnsubscribeLinks
  /** Devices of people that take notifications. */
  devices: DeviceBook
  /** What services call the objects of documents. */
  remoteObjects: RemoteObjectBook
  /** Where services tell what became of messages. */
  callbacks: CallbackKeys
  subscriptions: SubscriptionCache
  limiter: RateLimiter
  clock: Clock
  /** Numbers of this process and of the database. */
  metrics: Metrics
  /** What is in the queues, as pages; undefined without Redis. */
  queueBoard: QueueBoard | undefined
  /** Who is written to when something is wrong, unless the settings say otherwise. */
  alertEmails: readonly string[]
  /** Who sends it may read the metrics. */
  metricsToken: string | undefined
  /** Slugs of the collections whose changes mean events. */
  watched: readonly string[]
  /** What is done at set times. */
  jobs: readonly ScheduledJob[]
  databaseUrl: string
  /** Names of the migrations the database must have seen, where the site told them. */
  migrations: readonly string[] | undefined
  redisUrl: string | undefined
}
