import type { HttpClient } from '../egress/httpClient.ts'
import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import type { Mailer, TemplateRenderer } from '../channels/channel.ts'
import type { Inbox } from '../channels/inbox.ts'
import type { PushDevice } from '../channels/pushDevice.ts'

/**
 * How the other side behaves during one case of the contract.
 * - `accepts`: takes everything.
 * - `refuses`: says no for good.
 * - `busy`, `busyWithHint`: asks for patience; with a hint, of exactly 7 seconds.
 * - `broken`: reports an internal error.
 * - `hangs`: takes the connection and never answers.
 * - `answersGarbage`: answers something its protocol does not allow.
 * - `failsInsideSuccess`: answers with a status of success and an error inside; null when its protocol cannot.
 * - `answersHugely`: accepts, with an answer of several megabytes.
 * - `forbiddenTarget`: the target leads somewhere the egress guard refuses.
 */
export type ChannelSituation =
  | 'accepts'
  | 'refuses'
  | 'busy'
  | 'busyWithHint'
  | 'broken'
  | 'hangs'
  | 'answersGarbage'
  | 'failsInsideSuccess'
  | 'answersHugely'
  | 'forbiddenTarget'

/** What a test of a channel brings: a target, its secrets and a receiver that behaves as asked. */
export type ArrangedChannel<Target> = {
  target: Target
  secrets: Record<string, string>
  /** Texts that must never appear in what the log keeps, besides the secrets themselves. */
  confidential?: string[]
  /** The identity each try carried over the wire, in order; leave out when the protocol has none. */
  receivedKeys?: () => string[]
  /** For channels that declare `upsert`: how many objects there are at the service. */
  countObjects?: () => number | Promise<number>
  /** For channels that declare `buttons`: the addresses of the buttons that arrived. */
  receivedButtons?: () => string[]
  /** For channels that declare `attachments`: the names of the files that arrived. */
  receivedAttachments?: () => string[]
  /** Devices of the addressees, for channels that write to them. */
  devices?: readonly PushDevice[]
  /** @default a guarded client that may reach this machine and soon gives up on silence */
  http?: HttpClient
  /** @default a mailer that fails the test when used */
  mailer?: Mailer
  /** @default an inbox that fails the test when used */
  inbox?: Inbox
  /** @default a renderer that returns templates unchanged */
  templates?: TemplateRenderer
  event?: FlowEvent
  close: () => Promise<void>
}
