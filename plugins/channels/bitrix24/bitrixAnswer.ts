import * as z from 'zod'

import type { ServiceAnswer } from '../../../src/index.ts'

type Answered = Extract<ServiceAnswer, { isAnswer: true }>

/** What an answer of a method says. */
export type BitrixAnswer =
  | { kind: 'done'; result: unknown; resetAt: number | undefined }
  | { kind: 'refused'; code: string; detail: string }
  | { kind: 'moved'; host: string }
  /** Not Bitrix24's: a proxy, a wall, half an answer. */
  | { kind: 'foreign' }

const refused = z.object({
  error: z.union([z.string(), z.number()]).transform(String),
  error_description: z.string().catch(''),
})
const done = z.object({
  result: z.unknown(),
  time: z
    .object({ operating_reset_at: z.number().optional().catch(undefined) })
    .optional()
    .catch(undefined),
})

/** Failures may come under any status. */
export function bitrixAnswer({ headers, json, status }: Answered): BitrixAnswer {
  const failure = refused.safeParse(json)
  if (failure.success) {
    const { error, error_description: detail } = failure.data
    return { kind: 'refused', code: error || `http_${status}`, detail: detail || error }
  }
  const { location = '' } = headers
  if (status >= 300 && status < 400 && URL.canParse(location)) {
    return { kind: 'moved', host: new URL(location).host }
  }
  const success = done.safeParse(json)
  if (status !== 200 || !success.success || success.data.result === undefined) {
    return { kind: 'foreign' }
  }
  const { result, time } = success.data
  return { kind: 'done', result, resetAt: time?.operating_reset_at }
}
