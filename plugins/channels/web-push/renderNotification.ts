import { createHash } from 'node:crypto'

import {
  createReasons,
  type PreviewInput,
  type SaidReason,
  renderText,
} from '../../../src/index.ts'
import { webPushError } from './webPushError.ts'
import { webPushReasons } from './webPushReasons.ts'
import type { WebPushTarget } from './webPushTarget.ts'

/** What the service worker shows. */
export type Notification = {
  title: string
  /** The same on every try: a repeat replaces what is shown. */
  tag: string
  text?: string
  link?: string
  icon?: string
  image?: string
}

/** One message of 4096 bytes less what encryption adds (RFC 8291). */
const MOST_BYTES = 3993
const TOPIC_LENGTH = 32

type Part = 'link' | 'icon' | 'image'
type RenderInput = Pick<
  PreviewInput<WebPushTarget>,
  'event' | 'target' | 'templates' | 'idempotencyKey'
>

/** The notification of one delivery. Throws FLOW_TEMPLATE_… and FLOW_WEB_PUSH_… errors, which no further try can heal. */
export async function renderNotification(
  input: RenderInput,
): Promise<{ notification: Notification; topic: string; remarks: SaidReason[] }> {
  const { idempotencyKey, target } = input
  const title = (await renderText(input, target.title)).replaceAll(/\s+/g, ' ')
  if (title === '') throw webPushError.titleEmpty()
  const text = await renderText(input, target.text)
  const notification: Notification = { title, tag: idempotencyKey, ...(text ? { text } : {}) }
  const remarks: SaidReason[] = []
  for (const part of ['link', 'icon', 'image'] as const satisfies Part[]) {
    const address = await renderText(input, target[part])
    if (isWebAddress(address)) notification[part] = address
    else if (address !== '') remarks.push(createReasons(webPushReasons)(`${part}_left_out`))
  }
  const bytes = Buffer.byteLength(JSON.stringify(notification))
  if (bytes > MOST_BYTES) throw webPushError.tooLarge(bytes, MOST_BYTES)
  const topic = topicOf((await renderText(input, target.topic)) || idempotencyKey)
  return { notification, topic, remarks }
}

/** Push services take 32 characters of base64url: anything else is told apart by its hash. */
function topicOf(text: string): string {
  return /^[\w-]{1,32}$/.test(text)
    ? text
    : createHash('sha256').update(text).digest('base64url').slice(0, TOPIC_LENGTH)
}

/** An address, or a path of the site itself. */
function isWebAddress(text: string): boolean {
  if (/^\/(?![/\\])/.test(text)) return true
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
