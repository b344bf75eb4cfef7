import { createHmac } from 'node:crypto'
import * as z from 'zod'

import {
  type CallbackRequest,
  type CallbackResult,
  createReasons,
  equalInTime,
  quoteOf,
  type StatusReport,
} from '../../../src/index.ts'
import { whatsappReasons } from './whatsappReasons.ts'
import { whatsappRefusal } from './whatsappRefusal.ts'

const because = createReasons(whatsappReasons)

const status = z.object({
  id: z.string().min(1).max(512),
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  timestamp: z
    .string()
    .regex(/^\d{1,12}$/)
    .optional()
    .catch(undefined),
  recipient_id: z.string().optional().catch(undefined),
  errors: z
    .array(
      z.object({
        code: z.number().int(),
        title: z.string().catch(''),
        error_data: z
          .object({ details: z.string().catch('') })
          .optional()
          .catch(undefined),
      }),
    )
    .catch([]),
})

/** Statuses we do not know, such as `deleted`, and everything that is no status is passed over. */
const body = z.object({
  entry: z.array(
    z.object({
      changes: z.array(
        z.object({
          value: z.object({ statuses: z.array(z.unknown()).catch([]) }).catch({ statuses: [] }),
        }),
      ),
    }),
  ),
})

/**
 * Reads what Meta tells: the challenge when the webhook is set up, and statuses signed with the app's secret
 * (`X-Hub-Signature-256`, HMAC-SHA-256 of the raw body in hex).
 */
export function readWhatsappCallback(
  request: CallbackRequest,
  { appSecret, verifyToken }: { appSecret: string; verifyToken: string },
): CallbackResult {
  if (request.method === 'GET') return handshake(request.query, verifyToken)
  if (appSecret === '') return refused(401, 'no app secret is set')
  const given = request.headers['x-hub-signature-256'] ?? ''
  const mac = createHmac('sha256', appSecret).update(request.body).digest('hex')
  if (!equalInTime(given, `sha256=${mac}`)) return refused(401, 'the signature does not fit')
  const read = body.safeParse(parsed(request.body))
  if (!read.success) return refused(400, 'the body is not readable')
  const statuses = read.data.entry.flatMap(({ changes }) =>
    changes.flatMap(({ value }) => value.statuses),
  )
  return { kind: 'reports', reports: statuses.flatMap(toReport) }
}

function handshake(query: URLSearchParams, verifyToken: string): CallbackResult {
  const isOurs =
    verifyToken !== '' &&
    query.get('hub.mode') === 'subscribe' &&
    equalInTime(query.get('hub.verify_token') ?? '', verifyToken)
  if (!isOurs) return refused(403, 'the verify token does not fit')
  return { kind: 'handshake', answer: query.get('hub.challenge') ?? '' }
}

function toReport(given: unknown): StatusReport[] {
  const read = status.safeParse(given)
  if (!read.success) return []
  const { errors, id, recipient_id: recipient, status: said, timestamp } = read.data
  const [error] = errors
  const refusal = error && said === 'failed' ? whatsappRefusal(error.code) : undefined
  return [
    {
      messageId: id,
      status: said,
      ...(timestamp === undefined ? {} : { at: Number(timestamp) * 1000 }),
      ...(error && refusal
        ? {
            code: `WHATSAPP_${error.code}`,
            ...because(refusal.key, {
              code: error.code,
              detail: quoteOf(error.error_data?.details || error.title),
            }),
          }
        : {}),
      ...(refusal?.suppress && recipient !== undefined
        ? { suppress: { address: `+${recipient.replace(/^\+/, '')}`, reason: refusal.suppress } }
        : {}),
    },
  ]
}

function refused(status: 400 | 401 | 403, reason: string): CallbackResult {
  return { kind: 'refused', status, reason }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
