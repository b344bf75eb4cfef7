import * as z from 'zod'

/** Id of a document in a request: a serial number, also written as text, or the text id of another adapter. */
export const documentId = z.union([
  z.number().int().min(1).max(2_147_483_647),
  z.string().regex(/^[\w-]{1,40}$/, { error: 'is not an id' }),
])
