import type { RequestContext } from 'payload'

import type { JsonObject } from '../../src/kernel/json.ts'

/** What one request has told our earlier hooks and a later one needs. */
type RequestNotes = {
  /** Rows before a change, newest last, by `collection:id`: nested updates of one document stack up. */
  before: Map<string, JsonObject[]>
  /** Collections one of whose operations used `select` or duplicated: their hook documents are incomplete. */
  incomplete: Set<string>
  /** Collections whose operations we saw begin. */
  begun: Set<string>
}

const NOTES = 'flowmastersNotes'

/**
 * Notes travel in the request's context under a plain name: while Payload populates a relation it replaces an empty context
 * by a new object and copies a filled one member by member, so neither the object's identity nor a symbol survives.
 */
export function requestNotes(context: RequestContext): RequestNotes {
  const known = context[NOTES]
  if (isNotes(known)) return known
  const fresh: RequestNotes = { before: new Map(), incomplete: new Set(), begun: new Set() }
  context[NOTES] = fresh
  return fresh
}

function isNotes(value: unknown): value is RequestNotes {
  return typeof value === 'object' && value !== null && 'before' in value && 'begun' in value
}
