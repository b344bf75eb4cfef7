import * as z from 'zod'

import {
  createReasons,
  type JsonObject,
  type PreviewInput,
  type SaidReason,
  templateScope,
  renderText,
} from '../../../src/index.ts'
import { fcmError } from './fcmError.ts'
import { fcmReasons } from './fcmReasons.ts'
import type { FcmTarget } from './fcmTarget.ts'

type RenderInput = Pick<
  PreviewInput<FcmTarget>,
  'event' | 'target' | 'templates' | 'idempotencyKey' | 'now'
>
type Address = 'link' | 'icon' | 'image'

/** A message without the device it goes to. */
export type FcmMessage = {
  notification: { title: string; body?: string; image?: string }
  data?: Record<string, string>
} & JsonObject

const MOST_BYTES = 4096
/** Words FCM keeps for itself. */
const reserved = /^(?:from|message_type|notification|google\..*|gcm\..*)$/
const fields = z.record(
  z
    .string()
    .min(1)
    .refine((name) => !reserved.test(name), { error: 'this name belongs to FCM' }),
  z.json(),
)

/** The message of one delivery. Throws FLOW_TEMPLATE_… and FLOW_FCM_… errors, which no further try can heal. */
export async function fcmMessage(
  input: RenderInput,
): Promise<{ message: FcmMessage; remarks: SaidReason[] }> {
  const { target } = input
  const title = (await renderText(input, target.title)).replaceAll(/\s+/g, ' ')
  if (title === '') throw fcmError.titleEmpty()
  const body = await renderText(input, target.text)
  const { addresses, remarks } = await webAddresses(input)
  const { image, link } = addresses
  const data = { ...(await ownData(input)), ...(link ? { link } : {}) }
  const notification = { title, ...(body ? { body } : {}), ...(image ? { image } : {}) }
  const isEmpty = Object.keys(data).length === 0
  const bytes = Buffer.byteLength(JSON.stringify({ notification, data }))
  if (bytes > MOST_BYTES) throw fcmError.tooLarge(bytes, MOST_BYTES)
  return {
    message: { notification, ...(isEmpty ? {} : { data }), ...platforms(input, addresses) },
    remarks,
  }
}

/** The same tag on every try and every system: a repeat replaces what is shown. */
function platforms(
  { idempotencyKey: tag, now, target: { ttlSeconds, urgency } }: RenderInput,
  { icon, image, link }: Partial<Record<Address, string>>,
): JsonObject {
  const isHigh = urgency === 'high'
  const until = String(Math.floor(now() / 1000) + ttlSeconds)
  return {
    android: {
      collapse_key: tag,
      ttl: `${ttlSeconds}s`,
      priority: isHigh ? 'HIGH' : 'NORMAL',
      notification: { tag },
    },
    apns: {
      headers: {
        'apns-collapse-id': tag.slice(0, 64),
        'apns-expiration': ttlSeconds === 0 ? '0' : until,
        'apns-priority': isHigh ? '10' : '5',
      },
      payload: { aps: image ? { sound: 'default', 'mutable-content': 1 } : { sound: 'default' } },
      ...(image ? { fcm_options: { image } } : {}),
    },
    webpush: {
      headers: { TTL: String(ttlSeconds), Urgency: urgency },
      notification: { tag, ...(icon ? { icon } : {}), ...(image ? { image } : {}) },
      // FCM takes nothing but https here.
      ...(link?.startsWith('https:') ? { fcm_options: { link } } : {}),
    },
  }
}

async function webAddresses(
  input: RenderInput,
): Promise<{ addresses: Partial<Record<Address, string>>; remarks: SaidReason[] }> {
  const addresses: Partial<Record<Address, string>> = {}
  const remarks: SaidReason[] = []
  for (const part of ['link', 'icon', 'image'] as const satisfies Address[]) {
    const text = await renderText(input, input.target[part])
    if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) addresses[part] = text
    else if (text !== '') remarks.push(createReasons(fcmReasons)(`${part}_left_out`))
  }
  return { addresses, remarks }
}

/** FCM takes texts only. */
async function ownData({ event, target, templates }: RenderInput): Promise<Record<string, string>> {
  if (target.data === null) return {}
  const escapeValue = (text: string): string => JSON.stringify(text).slice(1, -1)
  const text = await templates.render(target.data, templateScope(event), { escapeValue })
  const read = fields.safeParse(parsed(text))
  if (!read.success) {
    const [issue] = read.error.issues
    throw fcmError.dataInvalid(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
  }
  return Object.fromEntries(
    Object.entries(read.data)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw fcmError.dataInvalid(error instanceof Error ? error.message : String(error))
  }
}
