import { isOperational } from '../../src/event-catalogue/isOperational.ts'
import type { Check } from './check.ts'
import type { Evidence } from './evidence.ts'

/** Operations against events, events against deliveries. */
export function checkEvents(evidence: Evidence): Check[] {
  const { log, expectedTypes } = evidence
  const found = log.events.map(({ type }) => type).filter((type) => !isOperational(type))
  return [
    { what: 'events of the operations', expected: expectedTypes.length, found: found.length },
    {
      what: 'first event that differs from what the operations mean',
      expected: 'none',
      found: firstDifference(expectedTypes, found),
    },
    { what: 'deliveries that matching events call for', ...plannedDeliveries(evidence) },
    {
      what: 'deliveries without a second one for the same event and channel',
      expected: log.deliveries.length,
      found: new Set(log.deliveries.map(({ event, channelEntry }) => `${event} ${channelEntry}`))
        .size,
    },
  ]
}

function firstDifference(expected: readonly string[], found: readonly string[]): string {
  const length = Math.max(expected.length, found.length)
  for (let index = 0; index < length; index += 1) {
    if (expected[index] !== found[index]) {
      return `number ${index + 1}: ${found[index]} instead of ${expected[index]}`
    }
  }
  return 'none'
}

/** Where the day leaves a subscription alone, what it gets follows from the events alone. */
function plannedDeliveries({ entries, eventsBefore, log }: Evidence) {
  const events = log.events.slice(eventsBefore)
  let expected = 0
  let found = 0
  for (const { channelEntry, wants } of entries) {
    if (!wants) continue
    const wanted = new Set(events.filter(wants).map(({ id }) => id))
    const planned = log.deliveries.filter((delivery) => delivery.channelEntry === channelEntry)
    expected += wanted.size
    found += planned.filter(({ event }) => wanted.has(event)).length
    // One that nobody asked for must not hide one that is missing.
    found += 1_000 * planned.filter(({ event }) => !wanted.has(event)).length
  }
  return { expected, found }
}
