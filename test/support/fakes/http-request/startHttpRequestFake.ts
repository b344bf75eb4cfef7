import { createHmac } from 'node:crypto'
import * as z from 'zod'

import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'

/** What the fake shop API believes. */
export const fakeHttpSecrets = {
  username: 'shop',
  password: 'пароль-of-the-shop',
  token: 'tok_fake_0123456789abcdef',
  hmacSecret: 'hmac-secret-of-the-shop',
}

const order = z.strictObject({
  number: z.string().min(1),
  total: z.number(),
  contact: z.strictObject({
    name: z.string(),
    phone: z
      .string()
      .regex(/^\+\d+$/)
      .optional(),
  }),
  items: z.array(z.strictObject({ sku: z.string(), count: z.number() })).optional(),
})

export type HttpRequestFake = Pick<Loopback, 'url' | 'requests' | 'close'> & {
  orders: z.output<typeof order>[]
}

export function httpReply(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): LoopbackReply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
}

/**
 * An API of orders on this machine: `/basic`, `/bearer`, `/hmac` and `/open` differ in who may post. Mistakes in the order
 * come back as a failure inside 200, as many APIs do. `script` answers instead when it returns anything but undefined.
 */
export async function startHttpRequestFake(
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<HttpRequestFake> {
  const orders: HttpRequestFake['orders'] = []
  const { close, requests, url } = await startLoopback((request) => {
    const scripted = script(request)
    return scripted === undefined ? answer(request, orders) : scripted
  })
  return { url, requests, close, orders }
}

function answer(request: LoopbackRequest, orders: HttpRequestFake['orders']): LoopbackReply {
  const [, door = ''] = request.path.split('/')
  if (!['open', 'basic', 'bearer', 'hmac'].includes(door)) return httpReply(404, { ok: false })
  if (!mayEnter(door, request)) return httpReply(401, { ok: false, error: 'unauthorized' })
  if (request.method !== 'POST') return httpReply(405, { ok: false, error: 'method' })
  if (request.headers['content-type'] !== 'application/json')
    return httpReply(415, { ok: false, error: 'content type' })
  const read = order.safeParse(request.json)
  if (!read.success)
    return httpReply(200, { ok: false, error: { text: z.prettifyError(read.error) } })
  orders.push(read.data)
  return httpReply(200, { ok: true, result: { id: orders.length } })
}

function mayEnter(door: string, { body, headers }: LoopbackRequest): boolean {
  const { hmacSecret, password, token, username } = fakeHttpSecrets
  if (door === 'basic') {
    const pair = Buffer.from(`${username}:${password}`, 'utf8').toString('base64')
    return headers.authorization === `Basic ${pair}`
  }
  if (door === 'bearer') return headers.authorization === `Bearer ${token}`
  const signature = createHmac('sha256', hmacSecret).update(body).digest('hex')
  return door === 'open' || headers['x-shop-proof'] === `sha256=${signature}`
}
