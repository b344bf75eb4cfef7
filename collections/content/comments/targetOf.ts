/** What a comment stands under, as the row holds it. */
export type CommentTarget = { relationTo: string; id: number | string }

/** Reads a polymorphic relation, populated or not; `undefined` when there is none. */
export function targetOf(value: unknown): CommentTarget | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!('relationTo' in value) || !('value' in value)) return undefined
  const { relationTo } = value
  const id = idOf(value.value)
  return typeof relationTo === 'string' && id !== undefined ? { relationTo, id } : undefined
}

function idOf(value: unknown): number | string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'number' || typeof id === 'string' ? id : undefined
}
