import type { EventAccess } from '../../collections/events/eventAccess.ts'
import type { Tracking } from '../../hooks/rules/track.ts'
import type { Scan } from '../../hooks/scans/scan.ts'
import type { AnyChannel } from '../channels/channel.ts'
import type { AnyEventDefinition } from '../event-catalogue/eventDefinition.ts'
import type { KeepDays } from '../retention/keepDays.ts'
import type { Clock } from '../kernel/clock.ts'
import type { SiteJob } from './siteJob.ts'

/** What `flowMasters()` takes. */
export type FlowMastersOptions = {
  /** Ways out, e.g. `[webhookChannel, emailChannel]`. */
  channels: readonly AnyChannel[]
  /** Collections to watch and what their changes mean; `bundledTracking()` for the bundled ones. */
  tracking: readonly Tracking[]
  /** Event types of the site's own, beside the bundled ones. */
  events?: readonly AnyEventDefinition[]
  /** What time alone causes; `bundledScans()` for the bundled collections. @default none */
  scans?: readonly Scan[]
  /** Jobs of the site's own, in the schedule beside the engine's. @default none */
  jobs?: readonly SiteJob[]
  /** `id:base64(32 bytes)[,…]`; the first key writes, all read. */
  encryptionKeys: string
  /**
   * Where stored credentials of the form `env:FLOWMASTERS_CREDENTIAL_…` find their values; other variables are never
   * looked at. @default none
   */
  variables?: Readonly<Record<string, string | undefined>>
  /** The database Payload uses; workers open a pool of their own. */
  databaseUrl: string
  /** Names of the site's migrations; `/api/health/ready` says which of them the database has not seen. @default not checked */
  migrations?: readonly string[]
  /** Set: BullMQ on Redis carries delivery ids. Unset: the deliveries table itself. */
  redisUrl?: string
  /** Who is written to when something is wrong, until the alert settings name others. @default nobody */
  alertEmails?: readonly string[]
  /** Who sends it as a bearer token may read `/api/metrics`. @default staff only */
  metricsToken?: string
  /** Lets deliveries go to loopback and private addresses. @default false */
  allowPrivateTargets?: boolean
  /** False: mails are kept in `mailOutboxDir` instead of being sent. */
  isSmtpConfigured: boolean
  /** Folder of the local outbox. */
  mailOutboxDir: string
  /** Days that finished rows are kept, until a person says otherwise in the admin; 0 for ever. @default events 30, deliveries 30, attempts 7, read notifications 30, unread ones 90 */
  retention?: Partial<KeepDays>
  /** Who sees and who changes the event system. @default staff of the admin's user collection, by role */
  access?: EventAccess
  /** Keeps the collections, so that migrations stay stable, and drops everything else. @default false */
  disabled?: boolean
  /** @default the machine's clock */
  clock?: Clock
}
