import type { Check } from './check.ts'
import type { Evidence } from './evidence.ts'

/** Events about deliveries against the deliveries. */
export function checkAlarms({ log, retried }: Evidence): Check[] {
  const { attempts, deliveries, events } = log
  const told = (type: string): (string | null)[] =>
    events.filter((event) => event.type === type).map(({ documentId }) => documentId)
  // The one that a person tried again had failed for good before.
  const lost = deliveries.filter(({ id, status }) => status === 'dead' || id === retried)
  const exhausted = told('delivery.exhausted')
  const gone = new Set(
    attempts.filter(({ code }) => code === 'http_410').map(({ delivery }) => delivery),
  )
  const goneEntries = deliveries.filter(({ id }) => gone.has(id)).map((each) => each.channelEntry)
  return [
    { what: 'events delivery.exhausted', expected: lost.length, found: exhausted.length },
    {
      what: 'deliveries that failed for good and were told of',
      expected: lost.length,
      found: lost.filter(({ id }) => exhausted.includes(id)).length,
    },
    {
      what: 'events delivery.channel_disabled, for addresses that are gone',
      expected: new Set(goneEntries).size,
      found: told('delivery.channel_disabled').length,
    },
  ]
}
