import type { Reason } from './reason.ts'

/** What a service says of a message that it took: it goes on to the operator, arrived, was read, or will not arrive. */
export type MessageStatus = 'sent' | 'delivered' | 'read' | 'failed'

/** One piece of news about one message. */
export type StatusReport = {
  /** The service's own id of the message: `messageId` of the attempt's receipt. */
  messageId: string
  status: MessageStatus
  /** When it happened, milliseconds since the epoch, if the service says so. */
  at?: number
  /** Code of a failure, such as `WHATSAPP_131026`. */
  code?: string
  reason?: string
  reasons?: readonly Reason[]
  /** The address must not be written to again on this channel. */
  suppress?: { address: string; reason: SuppressionReason }
}

/** Why an address is left alone: it does not exist, its owner blocked us, or complained. */
export type SuppressionReason = 'invalid' | 'blocked' | 'complained'

/** A request of the service to us, as it came over the wire. */
export type CallbackRequest = {
  method: 'GET' | 'POST'
  /** The address that the service called, as it knows it; signatures are made of it. */
  url: string
  query: URLSearchParams
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>
  body: Buffer
}

/** What the request was and what to answer. `refused`: not genuine, or not readable. */
export type CallbackResult =
  | { kind: 'reports'; reports: StatusReport[]; answer?: string }
  | { kind: 'handshake'; answer: string }
  | { kind: 'refused'; status: 400 | 401 | 403; reason: string }

/** How a channel understands what its service says later. Reads, verifies and judges; never touches the database. */
export type ChannelCallback<Target> = (
  request: CallbackRequest,
  account: {
    /** Of the entry that the address belongs to; null when it belongs to the whole server. */
    target: Target | null
    secrets: Record<string, string>
    now: number
  },
) => CallbackResult
