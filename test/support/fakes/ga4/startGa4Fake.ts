import * as z from 'zod'

import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'

export const FAKE_GA4 = { measurementId: 'G-FAKE123456', apiSecret: 'fakeApiSecret_0123456' }

const scalar = z.union([z.string().max(100), z.number()])
const params = z.record(
  z.string().regex(/^[a-zA-Z]\w{0,39}$/),
  z.union([scalar, z.array(z.record(z.string(), scalar))]),
)
const request = z.strictObject({
  client_id: z.string().min(1),
  user_id: z.string().optional(),
  timestamp_micros: z.int().optional(),
  user_properties: z.record(z.string().max(24), z.strictObject({ value: scalar })).optional(),
  consent: z
    .strictObject({ ad_user_data: z.string(), ad_personalization: z.string() })
    .partial()
    .optional(),
  ip_override: z.string().optional(),
  user_location: z.looseObject({}).optional(),
  events: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(/^(?!ga_|google_|firebase_|session_start$|first_visit$)[a-zA-Z]\w{0,39}$/),
        params: params.refine((all) => Object.keys(all).length <= 26),
      }),
    )
    .min(1)
    .max(25),
})

export type Ga4Fake = Pick<Loopback, 'url' | 'requests' | 'close'> & {
  counted: z.output<typeof request>[]
}

const quiet: LoopbackReply = { status: 204, body: '' }

/**
 * The Measurement Protocol on this machine: 204 to everything, as the real one; only what is right is counted.
 * `script` answers instead when it returns anything but undefined.
 */
export async function startGa4Fake(
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<Ga4Fake> {
  const counted: Ga4Fake['counted'] = []
  const { close, requests, url } = await startLoopback((incoming) => {
    const scripted = script(incoming)
    return scripted === undefined ? answer(incoming, counted) : scripted
  })
  return { url, requests, close, counted }
}

function answer(
  { json, method, path, query }: LoopbackRequest,
  counted: Ga4Fake['counted'],
): LoopbackReply {
  if (method !== 'POST' || !/^(?:\/debug)?\/mp\/collect$/.test(path))
    return { status: 404, body: '<html>404</html>' }
  const read = request.safeParse(json)
  if (path.startsWith('/debug')) {
    // The twin judges the shape alone, not the secret.
    const messages = read.success
      ? []
      : [{ fieldPath: 'events', description: 'Unable to parse', validationCode: 'VALUE_INVALID' }]
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ validationMessages: messages }),
    }
  }
  const isKnown =
    query.get('measurement_id') === FAKE_GA4.measurementId &&
    query.get('api_secret') === FAKE_GA4.apiSecret
  if (read.success && isKnown) counted.push(read.data)
  return quiet
}
