import type { FlowEvent as Envelope } from '../event-catalogue/flowEvent.ts'
import type { FlowEventTypes } from './eventTypes.ts'

/** A site without events of its own. */
export type NoOwnEvents = Record<never, never>

/**
 * The event of one type, or of several: `FlowEventOf<'order.paid' | 'order.completed'>`.
 * `Own` holds types a site added: `FlowEventOf<'parcel.sent', { 'parcel.sent': { current: Parcel } }>`.
 */
export type FlowEventOf<
  Type extends keyof (FlowEventTypes & Own) & string,
  Own extends object = NoOwnEvents,
> = { [Each in Type]: Envelope<Each, (FlowEventTypes & Own)[Each]> }[Type]

/** Any event of the catalogue; a test of `type` tells what `data` holds. */
export type FlowEvent<Own extends object = NoOwnEvents> = FlowEventOf<
  keyof (FlowEventTypes & Own) & string,
  Own
>
