import {
  createReasons,
  type DeliverInput,
  type FlowEvent,
  type JsonObject,
  mappedFields,
  overlayMapping,
  type SaidReason,
  sha256Hex,
} from '../../../src/index.ts'
import { ga4Error } from './ga4Error.ts'
import { ga4EventSchema, ga4Limits } from './ga4EventSchema.ts'
import { ga4Mapping } from './ga4Mapping.ts'
import { ga4Reasons } from './ga4Reasons.ts'
import type { Ga4Target } from './ga4Target.ts'

/** The body of one request, and what is to be said about it. */
export type Ga4Request = { body: JsonObject; remarks: SaidReason[] }

const email = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i

/**
 * Makes the request of one delivery. The service takes everything and says nothing, so it is checked here.
 * @throws FlowError FLOW_MAPPING_FAILED and FLOW_GA4_…, which no further try can heal
 */
export async function ga4Request(
  input: Pick<DeliverInput<Ga4Target>, 'event' | 'now' | 'target' | 'templates'>,
): Promise<Ga4Request> {
  const { event, now, target } = input
  const mapping = overlayMapping(ga4Mapping(event.type), target.mapping)
  const { fields, remarks } = await mappedFields(mapping, input)
  const read = ga4EventSchema.safeParse(fields)
  if (!read.success) {
    const [{ message = '', path = [] } = {}] = read.error.issues
    throw ga4Error.eventInvalid(path.join('.'), message)
  }
  const { client_id: clientId, name, params, user_properties: properties, ...rest } = read.data
  if (now() - rest.timestamp_micros / 1000 > ga4Limits.ageHours * 3_600_000)
    throw ga4Error.tooOld(ga4Limits.ageHours)
  assertNobodyNamed({ ...params, ...properties, user_id: rest.user_id })
  const body = {
    client_id: clientId ?? madeClientId(event),
    ...rest,
    ...(properties === undefined ? {} : { user_properties: wrapped(properties) }),
    events: [{ name, params: { ...params, ...(target.isDebug ? { debug_mode: 1 } : {}) } }],
  }
  if (Buffer.byteLength(JSON.stringify(body)) > ga4Limits.bodyBytes)
    throw ga4Error.eventInvalid('body', `longer than ${ga4Limits.bodyBytes} bytes`)
  const said = clientId === undefined ? [createReasons(ga4Reasons)('client_made')] : []
  return { body: body as JsonObject, remarks: [...remarks, ...said] }
}

function wrapped(properties: Record<string, unknown>): Record<string, { value: unknown }> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, { value }]))
}

function assertNobodyNamed(values: Record<string, unknown>): void {
  for (const [place, value] of Object.entries(values))
    if (email.test(JSON.stringify(value) ?? '')) throw ga4Error.personal(place)
}

/** The same person is the same visitor: two numbers, as the cookie has them, of whom or what the event is about. */
function madeClientId({ data, id, meta }: FlowEvent): string {
  const { customer, customerEmail, email: address, user } = data.current
  const who = [customerEmail, address, customer, user, meta.documentId, id].find(
    (value) => typeof value === 'string' || typeof value === 'number',
  )
  const hash = sha256Hex(String(who))
  const number = (from: number) => Number.parseInt(hash.slice(from, from + 8), 16)
  return `${number(0)}.${number(8)}`
}
