import type { CollectionAfterReadHook } from 'payload'

/** Shows `data` of the stored text; the text itself stays the truth, because it is what was signed. */
export const parsedBody: CollectionAfterReadHook = ({ doc }) => {
  if (typeof doc.body !== 'string') return doc
  const envelope: { data?: unknown } = JSON.parse(doc.body)
  return { ...doc, data: envelope.data ?? null }
}
