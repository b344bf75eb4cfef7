import * as z from 'zod'

import {
  type Attempt,
  createReasons,
  noteOf,
  parseRetryAfter,
  quoteOf,
  type SaidReason,
  type ServiceAnswer,
} from '../../../src/index.ts'
import { metricaReasons } from './metricaReasons.ts'

const because = createReasons(metricaReasons)

const upload = z.object({
  uploading: z.object({
    id: z.union([z.number(), z.string()]),
    line_quantity: z.int().optional().catch(undefined),
    status: z.string().optional().catch(undefined),
  }),
})
const refusal = z.object({
  message: z.string().optional().catch(undefined),
  errors: z.array(z.object({ error_type: z.string().catch(''), message: z.string().catch('') })),
})

type Facts = {
  http: Extract<ServiceAnswer, { isAnswer: true }>
  remarks: readonly SaidReason[]
  confidential: readonly string[]
  /** Milliseconds since the epoch. */
  now: number
}

/** What an answer to an upload means. */
export function metricaOutcome(facts: Facts): Attempt {
  const { http, now, remarks } = facts
  const { exchange, headers, json, status } = http
  const read = upload.safeParse(json)
  if (status >= 200 && status < 300 && read.success) return uploaded(read.data, exchange, remarks)
  const code = `http_${status}`
  const said = refusal.safeParse(json)
  const isQuota = said.data?.errors.some(({ error_type: type }) => /^quota/.test(type)) === true
  if (status === 429 || isQuota || status >= 500) {
    const retryAfterMs = parseRetryAfter(headers['retry-after'], now)
    const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
    const why = status >= 500 ? because('broken', { status }) : because('busy')
    return { outcome: 'unavailable', code, ...why, ...hint, exchange }
  }
  if (!said.success)
    return { outcome: 'unavailable', code, ...because('foreign', { status }), exchange }
  return refused(said.data, facts)
}

function uploaded(
  { uploading }: z.output<typeof upload>,
  exchange: Attempt['exchange'],
  remarks: readonly SaidReason[],
): Attempt {
  const { id, line_quantity: lines, status: state = '' } = uploading
  if (/FAIL|ERROR/i.test(state)) {
    const said = because('not_linked', { status: quoteOf(state) })
    return { outcome: 'rejected', code: 'METRICA_NOT_LINKED', ...said, exchange }
  }
  if (lines === 0)
    return { outcome: 'rejected', code: 'METRICA_EMPTY', ...because('empty'), exchange }
  return {
    outcome: 'delivered',
    code: 'METRICA_UPLOADED',
    receipt: { uploadId: String(id) },
    exchange,
    ...noteOf(remarks),
  }
}

function refused(
  { errors, message }: z.output<typeof refusal>,
  { confidential, http }: Facts,
): Attempt {
  const { exchange, status } = http
  const detail = quoteOf(message ?? errors[0]?.message ?? '', confidential)
  const key = status === 401 || status === 403 ? 'token' : 'refused'
  return { outcome: 'rejected', code: `http_${status}`, ...because(key, { detail }), exchange }
}
