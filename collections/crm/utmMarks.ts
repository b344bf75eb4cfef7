/** Names of the marks as documents hold them. */
export const utmMarks = [
  'source',
  'medium',
  'campaign',
  'content',
  'term',
  'fbclid',
  'gclid',
  'yclid',
] as const

/** Marks of one visit; what is missing was not in the address. */
export type UtmMarks = { [Mark in (typeof utmMarks)[number]]?: string | undefined }
