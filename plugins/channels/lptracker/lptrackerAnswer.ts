import * as z from 'zod'

import type { ServiceAnswer } from '../../../src/index.ts'

/** An answer to judge. */
export type LptrackerHttp = Extract<ServiceAnswer, { isAnswer: true }>

/** What an answer says. */
export type LptrackerAnswer =
  | { kind: 'done'; result: unknown }
  | { kind: 'refused'; code: number | null; detail: string }
  /** Not LPTracker's: a proxy, a wall, half an answer. */
  | { kind: 'foreign' }

const fault = z.union([
  z.object({
    code: z.coerce.number().int().positive().nullable().catch(null),
    message: z.string().catch(''),
  }),
  z.string().transform((message) => ({ code: null, message })),
])
const body = z.object({
  status: z.string().optional(),
  errors: z.array(fault).nullish(),
  result: z.unknown().optional(),
})

/** Failures come with 200 as well as success; `errors` and `status` tell them apart. */
export function lptrackerAnswer({ json, status }: LptrackerHttp): LptrackerAnswer {
  const read = body.safeParse(json)
  if (!read.success) return { kind: 'foreign' }
  const { errors, result, status: word } = read.data
  const first = errors?.[0]
  if (first !== undefined) {
    const { code, message } = first
    return { kind: 'refused', code, detail: message || `error ${code ?? status}` }
  }
  if (word === undefined) return { kind: 'foreign' }
  if (word !== 'success') return { kind: 'refused', code: null, detail: word }
  return status === 200 ? { kind: 'done', result } : { kind: 'foreign' }
}
