import type { AnyCatalogue, DefinitionsIn } from '../event-catalogue/catalogue.ts'
import type {
  AnyEventDefinition,
  EventDataOf,
  EventDefinition,
  EventInput,
} from '../event-catalogue/eventDefinition.ts'
import type { EventMetaInput } from './eventMetaInput.ts'
import type { WrittenEvent } from './eventWriter.ts'

/** How an event is written. */
export type WriteOptions = {
  /** The request whose transaction the event joins; without it the event commits by itself. */
  req?: unknown
  /** The event is stored at most once per key; a second time answers with the first one's id. */
  idempotencyKey?: string
}

/** {@link WriteOptions} and what to say about the event's origin. */
export type PublishOptions = WriteOptions & { meta?: EventMetaInput }

/** One event of a captured change; its data are a site's own row and may not fit. */
export type CapturedEvent = {
  definition: AnyEventDefinition
  data: unknown
  meta?: EventMetaInput
  idempotencyKey?: string
}

/** Types of a catalogue. */
export type EventTypeIn<C extends AnyCatalogue> = DefinitionsIn<C>['type']

/** Data a publisher gives for one type of a catalogue. */
export type EventInputIn<C extends AnyCatalogue, Type extends EventTypeIn<C>> = EventInput<
  EventDataOf<Extract<DefinitionsIn<C>, { type: Type }>>
>

/**
 * Accepts events, typed by a catalogue. All but `capture` are strict and throw FLOW_EVENT_UNKNOWN,
 * FLOW_EVENT_INVALID (both 400), FLOW_EVENT_TOO_LARGE (413) or FLOW_EVENT_LOOP (409); nothing is written then.
 */
export type EventService<C extends AnyCatalogue = AnyCatalogue> = {
  /** `publish(orderPaid, { current: order }, { req })` */
  publish: <Type extends string, Data>(
    definition: EventDefinition<Type, Data>,
    data: EventInput<NoInfer<Data>>,
    options?: PublishOptions,
  ) => Promise<WrittenEvent>
  /** The same by name: `publishEvent('order.paid', { current: order })` */
  publishEvent: <Type extends EventTypeIn<C>>(
    type: Type,
    data: EventInputIn<C, Type>,
    meta?: EventMetaInput,
    options?: WriteOptions,
  ) => Promise<WrittenEvent>
  /** For what came over a wire: the same checks, at run time only. */
  publishUnknown: (type: string, data: unknown, options?: PublishOptions) => Promise<WrittenEvent>
  /**
   * For changes that already happened: one write for all events of a change, in order. Misfits never
   * make it fail; they are stored in `issues`.
   */
  capture: (events: readonly CapturedEvent[], options: { req?: unknown }) => Promise<WrittenEvent[]>
}
