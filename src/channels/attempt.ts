import type { JsonObject } from '../kernel/json.ts'
import type { SuppressionReason } from './channelCallback.ts'
import type { Reason } from './reason.ts'

/** What went over the wire, for the log. The engine masks secrets before it stores this. */
export type Exchange = { request: JsonObject; response: JsonObject | null }

/** What became of the devices that a try was given, by their ids. */
export type DeviceReport = {
  /** The service took the message. */
  reached: readonly string[]
  /** The service knows them no longer: the engine forgets them. */
  gone: readonly string[]
}

/** What every attempt may add: its reason or note for readers of other languages, in the order of the sentence's parts. */
type Said = { reasons?: readonly Reason[]; devices?: DeviceReport }

/**
 * What one try came to: the whole vocabulary of a channel. The engine alone decides what follows.
 * - `delivered`: the other side accepted it.
 * - `rejected`: its final word; trying again cannot help. `isGone` also disables the channel (HTTP 410).
 *   `suppress` names an address that must not be written to again on this channel.
 * - `unavailable`: it may heal; `retryAfterMs` is the other side's own wish.
 */
export type Attempt = Said &
  (
    | {
        outcome: 'delivered'
        code: string
        receipt?: JsonObject
        /** The id that the service gave to the document's object; handed to later deliveries of the document. */
        remoteId?: string
        exchange: Exchange
        note?: string
      }
    | {
        outcome: 'rejected'
        code: string
        reason: string
        isGone?: boolean
        suppress?: { address: string; reason: SuppressionReason }
        exchange: Exchange
      }
    | {
        outcome: 'unavailable'
        code: string
        reason: string
        retryAfterMs?: number
        exchange: Exchange
      }
  )
