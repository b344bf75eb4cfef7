import * as z from 'zod'

import type { ServiceAnswer } from '../../../src/index.ts'

/** An answer to judge. */
export type UonHttp = Extract<ServiceAnswer, { isAnswer: true }>

/** What an answer says; `code` is the status inside, where there is one. */
export type UonAnswer =
  | { kind: 'done'; body: Record<string, unknown> }
  | { kind: 'refused'; code: number; detail: string }
  /** Not U-ON's: a proxy, a wall, half an answer. */
  | { kind: 'foreign' }

const body = z.record(z.string(), z.unknown())
const fault = z.object({ error: z.object({ message: z.string() }) })
const status = z.object({ result: z.coerce.number().int().min(100).max(599) })
const said = z.object({ comment: z.string().optional(), message: z.string().optional() })

/** The status inside counts for more than the one of HTTP: failures come with 200 too. */
export function uonAnswer({ json, status: http }: UonHttp): UonAnswer {
  const read = body.safeParse(json)
  if (!read.success) return { kind: 'foreign' }
  const inside = status.safeParse(json).data?.result
  const code = inside ?? http
  const failure = fault.safeParse(json)
  if (failure.success) {
    // A failure without a code of its own, under 200.
    return { kind: 'refused', code: code === 200 ? 0 : code, detail: failure.data.error.message }
  }
  if (http === 200 && code === 200) return { kind: 'done', body: read.data }
  if (inside === undefined) return { kind: 'foreign' }
  const { comment, message } = said.safeParse(json).data ?? {}
  return { kind: 'refused', code, detail: message || comment || `result ${code}` }
}
