import type { Tracking } from '../../hooks/rules/track.ts'
import type { Scan } from '../../hooks/scans/scan.ts'
import { isOperational } from '../event-catalogue/isOperational.ts'
import type { EventEmitter } from '../event-catalogue/eventEmitter.ts'

/**
 * The collections that a type of event comes from. A type without a rule or a scan is published by an action; it is
 * about the documents that its siblings (`product.*`) are about. Empty when nothing is known.
 */
export function emittersOf(
  type: string,
  tracking: readonly Tracking[],
  scans: readonly Scan[] = [],
): EventEmitter[] {
  const ruled: EventEmitter[] = tracking.flatMap(({ collection, rules }) => {
    const rule = rules[type]
    return rule === undefined ? [] : [{ collection, trigger: rule.trigger }]
  })
  const scanned: EventEmitter[] = scans
    .filter(({ events }) => events.includes(type))
    .map(({ collection }) => ({ collection, trigger: 'time' }))
  if (ruled.length + scanned.length > 0) return [...ruled, ...scanned]
  if (isOperational(type)) return [{ collection: 'event-deliveries', trigger: 'publish' }]
  const siblings = `${type.split('.')[0]}.`
  const collections = tracking
    .filter(({ rules }) => Object.keys(rules).some((name) => name.startsWith(siblings)))
    .map(({ collection }) => collection)
  return [...new Set(collections)].map((collection) => ({ collection, trigger: 'publish' }))
}
