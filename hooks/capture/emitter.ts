import type { PayloadRequest } from 'payload'

import type { EventMeta } from '../../src/event-catalogue/flowEvent.ts'
import type { JsonObject } from '../../src/kernel/json.ts'
import type { Change } from '../rules/change.ts'
import type { Rule } from '../rules/rule.ts'

/** An event a rule found in a change, not yet written. */
export type Emission = {
  type: string
  data: { current: JsonObject; previous: JsonObject | null; changed: string[] } & JsonObject
  meta: Partial<EventMeta>
}

/** Writes emissions into the request's transaction; a failure must reach the caller, or the event is lost. */
export type Emit = (emissions: readonly Emission[], req: PayloadRequest) => Promise<void>

/** What led to this request, when a channel or a handler wrote back; bounds loops. */
export type Causation = { causationId: string; hop: number }

/** Where {@link Causation} stands in `req.context`. */
export const CAUSATION = 'flowmastersCausation'

/**
 * The emissions of one change, in the order of its rule table. Rules over one list are told at the place of the first of
 * them, entry by entry.
 */
export function emissionsOf(
  rules: readonly (readonly [string, Rule])[],
  change: Change,
  meta: Partial<EventMeta>,
): Emission[] {
  return rules
    .filter(([, rule]) => rule.when(change))
    .flatMap(([type, rule]) =>
      extrasOf(rule, change).map(({ entry, extra }) => ({
        place: placeOf(rule, rules),
        entry,
        emission: {
          type,
          data: {
            current: change.current,
            previous: change.previous,
            changed: change.changed,
            ...extra,
          },
          meta,
        },
      })),
    )
    .sort((a, b) => a.place - b.place || a.entry - b.entry)
    .map(({ emission }) => emission)
}

type Extra = { entry: number; extra: JsonObject | undefined }

function extrasOf(rule: Rule, change: Change): Extra[] {
  const common = rule.extra?.(change)
  if (!rule.each) return [{ entry: 0, extra: common }]
  return rule.each
    .extras(change)
    .flatMap((own, entry) => (own === undefined ? [] : [{ entry, extra: { ...common, ...own } }]))
}

function placeOf(rule: Rule, rules: readonly (readonly [string, Rule])[]): number {
  return rules.findIndex(
    ([, other]) => other === rule || (rule.each && other.each?.list === rule.each.list),
  )
}

/** Who and where, from the request. */
export function metaOfRequest(
  req: PayloadRequest,
  collection: string,
  operation: Exclude<Change['operation'], 'activity'>,
  documentId: number | string,
): Partial<EventMeta> {
  const causation = req.context[CAUSATION] as Causation | undefined
  return {
    source: operation === 'login' || operation === 'logout' ? 'auth' : 'collection_operation',
    collection,
    operation,
    documentId: String(documentId),
    userId: req.user ? String(req.user.id) : null,
    userEmail: req.user && typeof req.user.email === 'string' ? req.user.email : null,
    locale: req.locale ?? null,
    causationId: causation?.causationId ?? null,
    hop: causation?.hop ?? 0,
  }
}
