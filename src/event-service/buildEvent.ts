import type { AnyEventDefinition } from '../event-catalogue/eventDefinition.ts'
import type { EventData } from '../event-catalogue/flowEvent.ts'
import { isPlainJson } from '../event-catalogue/isPlainJson.ts'
import { schemaIssues } from '../event-catalogue/schemaIssues.ts'
import { newId } from '../kernel/ids.ts'
import { cleanJson } from './cleanJson.ts'
import { completeMeta } from './completeMeta.ts'
import { eventLimits } from './eventLimits.ts'
import type { EventMetaInput } from './eventMetaInput.ts'
import { eventRefusals } from './eventRefusals.ts'
import type { EventRow } from './eventWriter.ts'
import { leaveOutLargest } from './leaveOutLargest.ts'

/** What {@link buildEvent} needs. */
export type BuildEventOptions = {
  definition: AnyEventDefinition
  /** `current`, and what else the definition asks for; `previous` and `changed` have defaults. */
  data: unknown
  meta?: EventMetaInput | undefined
  idempotencyKey?: string | undefined
  /** Where the trace of this write goes on. */
  traceparent?: string | undefined
  /** Milliseconds since the Unix epoch. */
  now: number
  /**
   * Never refuse: keep what fits and name the rest in `issues`. For captures, where a site's own
   * fields must not make a save fail. @default false
   */
  lenient?: boolean
}

// The envelope around `data` and `meta`: id, type, timestamp and punctuation take less.
const envelopeBytes = 1024

/**
 * The row of one event; pure but for the new id. `data` of the row is the given object, not a copy.
 * Throws, unless lenient, FLOW_EVENT_INVALID (data or meta do not fit, or are not JSON),
 * FLOW_EVENT_TOO_LARGE or FLOW_EVENT_LOOP. A lenient row may break the limit on hops: then `issues`
 * says so and the router must not fan it out.
 */
export function buildEvent(options: BuildEventOptions): EventRow {
  const { definition, idempotencyKey = null, lenient = false, traceparent } = options
  const { type, version } = definition
  const content = serialise(withDefaults(options.data))
  const { meta, issues } = completeMeta(options.meta)
  // The last one before the number: workers find it at the end of the text without parsing it.
  if (traceparent !== undefined) meta.traceparent = traceparent
  issues.push(...content.issues, ...keyIssues(idempotencyKey))
  const checked = definition.schema.safeParse(content.data)
  if (!checked.success) issues.push(...schemaIssues(checked.error))
  if (!lenient) {
    if (content.isCut) throw eventRefusals.tooLarge(type)
    if (issues.length > 0) throw eventRefusals.invalid(type, issues)
    if (meta.hop > eventLimits.maxHop) throw eventRefusals.loop(type, meta.hop)
  } else if (meta.hop > eventLimits.maxHop) {
    issues.push(`meta.hop: ${meta.hop} is more than ${eventLimits.maxHop}, taken for a loop`)
  }

  const metaText = JSON.stringify(meta)
  const maxDataBytes = eventLimits.maxBodyBytes - envelopeBytes - Buffer.byteLength(metaText)
  let { data, text } = content
  if (!isWithin(text, maxDataBytes)) {
    if (!lenient) throw eventRefusals.tooLarge(type)
    const smaller = leaveOutLargest(data, maxDataBytes)
    data = smaller.data
    text = JSON.stringify(data)
    issues.push(...smaller.issues)
  }
  const id = newId('evt')
  const timestamp = new Date(options.now).toISOString()
  return {
    id,
    type,
    version,
    timestamp,
    data,
    meta,
    bodyHead: `{"id":"${id}","type":"${type}","version":${version},"timestamp":"${timestamp}","data":${text},"meta":${metaText.slice(0, -1)},"sequence":`,
    bodyTail: '}}',
    collection: meta.collection,
    documentId: meta.documentId,
    operation: meta.operation,
    idempotencyKey,
    issues,
  }
}

/** Key order of the stored text: current, previous, changed, then the event's own members. */
function withDefaults(input: unknown): Record<string, unknown> {
  if (typeof input !== 'object' || input === null) return { current: input }
  const { current, previous, changed, ...extra } = input as Record<string, unknown>
  return { current, previous: previous ?? null, changed: changed ?? [], ...extra }
}

type Serialised = { data: EventData; text: string; issues: string[]; isCut: boolean }

function serialise(input: Record<string, unknown>): Serialised {
  // The schema, checked next, is what makes this an EventData.
  const data = input as EventData
  if (isPlainJson(input, eventLimits.maxValues)) {
    const text = JSON.stringify(input)
    // Escapes of NUL and of lone surrogates: valid JSON that Postgres refuses. Rarely a false alarm.
    const isSuspect = text.includes('\\u0000') || text.includes('\\ud')
    if (!isSuspect) return { data, text, issues: [], isCut: false }
  }
  const clean = cleanJson(input, { root: 'data', maxValues: eventLimits.maxValues })
  const text = JSON.stringify(clean.value)
  return { data: clean.value as EventData, text, issues: clean.issues, isCut: clean.isCut }
}

function isWithin(text: string, maxBytes: number): boolean {
  // A UTF-16 unit takes at most three bytes of UTF-8, so most texts need no counting.
  return text.length * 3 <= maxBytes || Buffer.byteLength(text) <= maxBytes
}

function keyIssues(key: string | null): string[] {
  if (key === null) return []
  const isKey =
    typeof key === 'string' &&
    key !== '' &&
    key.length <= eventLimits.maxKeyLength &&
    !key.includes('\0')
  return isKey ? [] : [`idempotencyKey: must be 1 to ${eventLimits.maxKeyLength} characters`]
}
