import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'
import { checkVapid } from './checkVapid.ts'
import { createFakeBrowser, type FakeBrowser } from './createFakeBrowser.ts'

/** A pair of VAPID keys for tests; it opens nothing anywhere. */
export const FAKE_VAPID = {
  publicKey:
    'BJtPl8Gz2O1vkSe6caqlw268tfTYggvu7NrVe61TiH6ZYB3GzQrbat1kBVD0RSBpARXTnGFhhA7vYxRlR5XMGdQ',
  privateKey: 'h6aDLq2rN6blxjJuBF1Yvj64WL08AgsMgeUx7QaEJeA',
  subject: 'mailto:push@example.com',
}

/** A message as it arrived at a browser. */
export type ShownPush = {
  endpoint: string
  message: Record<string, unknown>
  ttl: number
  urgency: string
  topic: string | undefined
}

/** A push service on this machine; it is reached over http, though its endpoints are https. */
export type WebPushFake = Pick<Loopback, 'url' | 'requests' | 'close'> & {
  /** A browser that subscribes with `publicKey`. */
  subscribe: (publicKey?: string) => FakeBrowser['subscription']
  /** What browsers decrypted, in order. */
  shown: ShownPush[]
  /** The browser drops its subscription: 410 from now on. */
  drop: (endpoint: string) => void
  /** What requests to one endpoint are answered with instead; undefined: nothing special. */
  answerWith: (endpoint: string, reply: LoopbackReply | undefined) => void
}

/** One message with everything that encryption adds. */
const MOST_BYTES = 4096

type Subscribed = FakeBrowser & { publicKey: string; isGone: boolean }

/** Starts it. `script` answers instead when it returns anything but undefined. */
export async function startWebPushFake(
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<WebPushFake> {
  const browsers = new Map<string, Subscribed>()
  const replies = new Map<string, LoopbackReply>()
  const shown: ShownPush[] = []
  const { close, requests, url } = await startLoopback((request) => {
    const scripted = script(request)
    if (scripted !== undefined) return scripted
    const endpoint = `${origin}${request.path}`
    return (
      replies.get(endpoint) ?? answer(request, { browser: browsers.get(endpoint), origin, shown })
    )
  })
  const origin = url.replace('http:', 'https:')
  return {
    ...{ url, requests, close, shown },
    subscribe: (publicKey = FAKE_VAPID.publicKey) => {
      const browser = createFakeBrowser(origin)
      const { endpoint } = browser.subscription
      browsers.set(endpoint, { ...browser, publicKey, isGone: false })
      return browser.subscription
    },
    drop: (endpoint) => {
      const browser = browsers.get(endpoint)
      if (browser) browser.isGone = true
    },
    answerWith: (endpoint, reply) => {
      if (reply === undefined) replies.delete(endpoint)
      else replies.set(endpoint, reply)
    },
  }
}

/** What a push service says, with a body that quotes the address as some do. */
export function webPushReply(
  status: number,
  body = '',
  headers: Record<string, string> = {},
): LoopbackReply {
  return { status, headers: { 'content-type': 'text/plain', ...headers }, body }
}

function answer(
  { bytes, headers, method, path }: LoopbackRequest,
  {
    browser,
    origin,
    shown,
  }: { browser: Subscribed | undefined; origin: string; shown: ShownPush[] },
): LoopbackReply {
  if (method !== 'POST') return webPushReply(405)
  if (browser === undefined) return webPushReply(404, `no subscription ${path}`)
  if (browser.isGone) return webPushReply(410, `gone: ${path}`)
  const { publicKey } = browser
  const problem = checkVapid(headers.authorization, { audience: origin, publicKey })
  if (problem !== undefined) return webPushReply(403, `${problem} ${path}`)
  const { 'content-encoding': encoding, ttl, topic, urgency } = headers
  if (!/^\d+$/.test(String(ttl))) return webPushReply(400, 'TTL is missing')
  if (!['very-low', 'low', 'normal', 'high'].includes(String(urgency))) {
    return webPushReply(400, 'Urgency')
  }
  if (topic !== undefined && !/^[\w-]{1,32}$/.test(String(topic))) return webPushReply(400, 'Topic')
  if (encoding !== 'aes128gcm') return webPushReply(400, 'Content-Encoding')
  if (bytes.length > MOST_BYTES) return webPushReply(413)
  try {
    const message = JSON.parse(browser.decrypt(bytes)) as Record<string, unknown>
    shown.push({
      endpoint: browser.subscription.endpoint,
      message,
      ttl: Number(ttl),
      urgency: String(urgency),
      topic: topic === undefined ? undefined : String(topic),
    })
  } catch (error) {
    return webPushReply(400, `cannot be decrypted: ${String(error)}`)
  }
  return webPushReply(201)
}
