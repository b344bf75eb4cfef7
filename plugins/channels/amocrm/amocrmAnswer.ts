import * as z from 'zod'

import type { ServiceAnswer } from '../../../src/index.ts'

type Answered = Extract<ServiceAnswer, { isAnswer: true }>

/** What an answer of the API says. */
export type AmocrmAnswer =
  | { kind: 'done'; json: unknown }
  /** 204: a list without rows. */
  | { kind: 'empty' }
  /** `isGone`: what the path names is not there. */
  | { kind: 'refused'; status: number; detail: string; isGone: boolean }
  | { kind: 'moved'; host: string }
  /** Not amoCRM's: a proxy, a wall, half an answer. */
  | { kind: 'foreign'; status: number }

const text = z.string().catch('')
const invalid = z.object({
  errors: z.array(z.object({ code: text, path: text, detail: text })).catch([]),
})
const problem = z.object({
  title: text,
  detail: text,
  /** Of the server that gives out tokens. */
  hint: text,
  status: z.number().optional().catch(undefined),
  'validation-errors': z.array(invalid).optional().catch(undefined),
})

/** The object itself among what is wrong, and not something that it names. */
const OWN_ID = /^(?:\d+\.)?id$/
/** Statuses whose meaning does not depend on a body; that of 429 may be plain text, that of a block a page. */
const plain: ReadonlySet<number> = new Set([402, 403, 429])

export function amocrmAnswer({ headers, json, status }: Answered): AmocrmAnswer {
  const { location = '' } = headers
  if (status >= 300 && status < 400 && URL.canParse(location)) {
    return { kind: 'moved', host: new URL(location).host }
  }
  const failure = problemOf(json, status)
  if (failure !== null) return { kind: 'refused', ...failure }
  if (status === 204) return { kind: 'empty' }
  if (status >= 200 && status < 300 && json !== undefined) return { kind: 'done', json }
  if (plain.has(status)) return { kind: 'refused', status, detail: `HTTP ${status}`, isGone: false }
  return { kind: 'foreign', status }
}

/** A failure by its shape, also under a status of success. */
function problemOf(
  json: unknown,
  status: number,
): { status: number; detail: string; isGone: boolean } | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const read = problem.safeParse(json)
  if (!read.success) return null
  const { detail, hint, status: said = 0, title, 'validation-errors': groups } = read.data
  const isFailure = status >= 400 || said >= 400 || groups !== undefined
  const words = [title, detail, hint].filter((word) => word !== '').join(': ')
  const errors = (groups ?? []).flatMap(({ errors: list }) => list)
  if (!isFailure || (words === '' && groups === undefined)) return null
  const listed = errors.map(({ code, detail: why, path }) => `${path}: ${why || code}`.trim())
  const isMissing = ({ code, path }: (typeof errors)[number]): boolean =>
    code === 'NotFound' && OWN_ID.test(path)
  return {
    status: status >= 400 ? status : Math.max(said, 400),
    isGone: status === 404 || (errors.length > 0 && errors.every(isMissing)),
    detail: listed.length === 0 ? words : listed.join('; '),
  }
}
