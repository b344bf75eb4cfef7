import webPush from 'web-push'

import {
  callService,
  createReasons,
  type DeliverInput,
  type DeviceTry,
  deviceSecrets,
  type PushDevice,
  quoteOf,
} from '../../../src/index.ts'
import type { WebPushAccount } from './webPushAccount.ts'
import { webPushReasons } from './webPushReasons.ts'
import type { WebPushTarget } from './webPushTarget.ts'
import { webPushVerdict } from './webPushVerdict.ts'

/** A device of a browser. */
export type Browser = Extract<PushDevice, { kind: 'web-push' }>

/** What is the same for all browsers of a try. */
export type BrowserMessage = {
  account: WebPushAccount
  /** The notification as JSON text. */
  payload: string
  topic: string
  serviceUrl: string | undefined
}

const KEPT_ANSWER_BYTES = 2048

/** Encrypts the message for one browser and posts it to the browser's push service. */
export async function sendToBrowser(
  {
    http,
    now,
    signal,
    target,
  }: Pick<DeliverInput<WebPushTarget>, 'http' | 'now' | 'signal' | 'target'>,
  browser: Browser,
  message: BrowserMessage,
): Promise<DeviceTry> {
  const device = { id: browser.id, label: browser.label }
  const confidential = [...deviceSecrets(browser), message.account.privateKey]
  const request = encrypted(browser, message, target)
  if ('problem' in request) {
    const said = createReasons(webPushReasons)('unusable', {
      detail: quoteOf(request.problem, confidential),
    })
    const exchange = { request: {}, response: null }
    return { device, outcome: 'refused', code: 'WEB_PUSH_UNUSABLE', said, exchange }
  }
  const answer = await callService({
    ...{ http, signal, confidential, maxResponseBytes: KEPT_ANSWER_BYTES },
    ...{ url: addressOf(browser.endpoint, message.serviceUrl), ...request },
  })
  const service = new URL(browser.endpoint).host
  return { device, ...webPushVerdict(answer, { service, confidential, now: now() }) }
}

/** Headers and body; the library throws for keys of a browser that are none. */
function encrypted(
  { auth, endpoint, p256dh }: Browser,
  { account: vapidDetails, payload, topic }: BrowserMessage,
  { ttlSeconds: TTL, urgency }: WebPushTarget,
): { headers: Record<string, string>; body: Uint8Array } | { problem: string } {
  try {
    const { body, headers } = webPush.generateRequestDetails(
      { endpoint, keys: { auth, p256dh } },
      payload,
      { TTL, urgency, topic, vapidDetails, contentEncoding: 'aes128gcm' },
    )
    // The client writes the length itself.
    const { 'Content-Length': _, ...others } = headers
    const texts = Object.entries(others).map(([name, value]) => [name.toLowerCase(), String(value)])
    return { headers: Object.fromEntries(texts), body: body ?? Buffer.alloc(0) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

function addressOf(endpoint: string, serviceUrl: string | undefined): string {
  if (!serviceUrl) return endpoint
  const { pathname, search } = new URL(endpoint)
  return `${serviceUrl.replace(/\/+$/, '')}${pathname}${search}`
}
