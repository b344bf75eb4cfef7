import type { EventAccess } from '../../collections/events/eventAccess.ts'
import type { Tracking } from '../../hooks/rules/track.ts'
import type { AnyChannel } from '../channels/channel.ts'
import type { AnyEventDefinition } from '../event-catalogue/eventDefinition.ts'
import type { Clock } from '../kernel/clock.ts'

/** What `flowMasters()` takes. */
export type FlowMastersOptions = {
  /** Ways out, e.g. `[webhookChannel, emailChannel]`. */
  channels: readonly AnyChannel[]
  /** Collections to watch and what their changes mean; `bundledTracking()` for the bundled ones. */
  tracking: readonly Tracking[]
  /** Event types of the site's own, beside the bundled ones. */
  events?: readonly AnyEventDefinition[]
  /** `id:base64(32 bytes)[,…]`; the first key writes, all read. */
  encryptionKeys: string
  /** The database Payload uses; workers open a pool of their own. */
  databaseUrl: string
  /** Set: BullMQ on Redis carries delivery ids. Unset: the deliveries table itself. */
  redisUrl?: string
  /** Lets deliveries go to loopback and private addresses. @default false */
  allowPrivateTargets?: boolean
  /** False: mails are kept in `mailOutboxDir` instead of being sent. */
  isSmtpConfigured: boolean
  /** Folder of the local outbox. */
  mailOutboxDir: string
  /** Who sees and who changes the event system. @default staff of the admin's user collection, by role */
  access?: EventAccess
  /** Keeps the collections, so that migrations stay stable, and drops everything else. @default false */
  disabled?: boolean
  /** @default the machine's clock */
  clock?: Clock
}
