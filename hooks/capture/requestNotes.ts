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

const notes = new WeakMap<RequestContext, RequestNotes>()

/** Notes live as long as the request's context object, which Payload keeps even where it wraps `req`. */
export function requestNotes(context: RequestContext): RequestNotes {
  const known = notes.get(context)
  if (known) return known
  const fresh: RequestNotes = { before: new Map(), incomplete: new Set(), begun: new Set() }
  notes.set(context, fresh)
  return fresh
}
