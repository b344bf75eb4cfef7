import type { Answer } from './createApi.ts'

/** The document of an answer to a create or an update. */
export function docOf({ body }: Answer): Record<string, unknown> {
  const { doc } = body
  if (typeof doc === 'object' && doc !== null) return doc as Record<string, unknown>
  throw new Error(`no document in ${JSON.stringify(body)}`)
}
