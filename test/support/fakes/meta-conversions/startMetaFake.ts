import * as z from 'zod'

import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'

export const FAKE_META_TOKEN = 'EAAfakeTokenOfTheSystemUser0123456789'
export const FAKE_META_DATASET = '1234567890123456'
/** What the fake takes for now, in seconds. */
const NOW = Date.parse('2026-11-21T10:00:00.000Z') / 1000

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const hashes = z.union([hash, z.array(hash).min(1)])
const event = z
  .strictObject({
    event_name: z.string().min(1),
    event_id: z.string().min(1).optional(),
    event_time: z
      .int()
      .min(NOW - 7 * 86_400)
      .max(NOW + 60),
    action_source: z.enum(['website', 'system_generated', 'physical_store', 'email', 'other']),
    event_source_url: z.url().optional(),
    user_data: z
      .strictObject({
        ...Object.fromEntries(
          ['em', 'ph', 'fn', 'ln', 'ct', 'st', 'zp', 'country', 'ge', 'db', 'external_id'].map(
            (name) => [name, hashes.optional()],
          ),
        ),
        client_ip_address: z.string().optional(),
        client_user_agent: z.string().optional(),
        fbp: z.string().optional(),
        fbc: z
          .string()
          .regex(/^fb\.1\.\d{13}\..+$/)
          .optional(),
      })
      .refine((user) => Object.keys(user).length > 0),
    custom_data: z.looseObject({}).optional(),
  })
  .refine(({ action_source: source, event_source_url: url, user_data: user }) =>
    source === 'website' ? url !== undefined && user['client_user_agent'] !== undefined : true,
  )
  .refine(({ custom_data: data, event_name: name }) =>
    name === 'Purchase'
      ? typeof data?.['value'] === 'number' && /^[A-Z]{3}$/.test(String(data['currency']))
      : true,
  )
const request = z.strictObject({
  data: z.array(event).min(1).max(1000),
  test_event_code: z.string().optional(),
})

/** An event as it was counted. */
export type MetaCounted = z.output<typeof event>

export type MetaFake = Pick<Loopback, 'url' | 'requests' | 'close'> & {
  /** In order; the same name and id are counted once. */
  counted: MetaCounted[]
}

/** An error of the Graph API. */
export function metaError(
  status: number,
  error: Record<string, unknown>,
  headers: Record<string, string> = {},
): LoopbackReply {
  const body = { error: { type: 'OAuthException', fbtrace_id: 'AbCdEf', ...error } }
  return reply(status, body, headers)
}

export function reply(status: number, body: unknown, headers = {}): LoopbackReply {
  const type = { 'content-type': 'application/json; charset=UTF-8' }
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(body) }
}

/** The Conversions API on this machine; `script` answers instead when it returns anything but undefined. */
export async function startMetaFake(
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<MetaFake> {
  const counted: MetaCounted[] = []
  const { close, requests, url } = await startLoopback((incoming) => {
    const scripted = script(incoming)
    return scripted === undefined ? answer(incoming, counted) : scripted
  })
  return { url, requests, close, counted }
}

function answer(incoming: LoopbackRequest, counted: MetaCounted[]): LoopbackReply {
  const [, version = '', dataset, edge] = incoming.path.split('/')
  if (incoming.headers.authorization !== `Bearer ${FAKE_META_TOKEN}`)
    return metaError(400, { code: 190, message: 'Invalid OAuth access token.' })
  if (!/^v\d+\.\d$/.test(version) || dataset !== FAKE_META_DATASET)
    return metaError(400, { code: 100, error_subcode: 33, message: 'Unsupported post request.' })
  if (incoming.method === 'GET') return reply(200, { name: 'Пиксель магазина', id: dataset })
  if (edge !== 'events' || !/^application\/json/.test(incoming.headers['content-type'] ?? ''))
    return metaError(400, { code: 100, message: 'Invalid parameter' })
  const read = request.safeParse(incoming.json)
  if (!read.success) {
    const message = z.prettifyError(read.error)
    const facts = { code: 100, error_subcode: 2804019, message: 'Invalid parameter' }
    return metaError(400, { ...facts, is_transient: false, error_user_msg: message })
  }
  for (const one of read.data.data) {
    const isKnown = counted.some(
      (other) => other.event_id === one.event_id && other.event_name === one.event_name,
    )
    if (!isKnown) counted.push(one)
  }
  return reply(200, { events_received: read.data.data.length, messages: [], fbtrace_id: 'AbCdEf' })
}
