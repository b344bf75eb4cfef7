import type { AnyCatalogue } from '../event-catalogue/catalogue.ts'
import type { Clock } from '../kernel/clock.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { EventService, PublishOptions } from './eventService.ts'
import type { EventWriter, WrittenEvent } from './eventWriter.ts'
import { writeTraced } from './writeTraced.ts'

/** What {@link createEventService} is made of. */
export type EventServiceOptions<C extends AnyCatalogue> = {
  catalogue: C
  writer: EventWriter
  clock: Clock
}

/** The event service of a catalogue. */
export function createEventService<C extends AnyCatalogue>({
  catalogue,
  writer,
  clock,
}: EventServiceOptions<C>): EventService<C> {
  const publishUnknown = async (
    type: string,
    data: unknown,
    { req, meta, idempotencyKey }: PublishOptions = {},
  ): Promise<WrittenEvent> => {
    // By name even when the caller holds a definition: the catalogue's one is what receivers rely on,
    // and a bundler may have given the caller a second copy of the module.
    const definition = catalogue.get(type)
    const event = { definition, data, meta, idempotencyKey, now: clock.now() }
    const [written] = await writeTraced([event], (rows) => writer.write(rows, { req }))
    if (written === undefined) {
      throw new FlowError({
        code: 'FLOW_EVENT_NOT_WRITTEN',
        message: `The event writer did not answer for an event ${type}.`,
        details: { type },
      })
    }
    return written
  }

  return {
    publishUnknown,
    publish: (definition, data, options) => publishUnknown(definition.type, data, options),
    publishEvent: (type, data, meta, options) =>
      publishUnknown(type, data, meta === undefined ? options : { ...options, meta }),
    capture: async (events, { req }) => {
      if (events.length === 0) return []
      const now = clock.now()
      const lenient = events.map((event) => ({ ...event, now, lenient: true }))
      return writeTraced(lenient, (rows) => writer.write(rows, { req, isCaptured: true }))
    },
  }
}
