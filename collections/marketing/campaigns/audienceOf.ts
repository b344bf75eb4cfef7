/** Who gets a campaign; an empty filter lets everybody through. */
export type Audience = {
  /** Ids of lists; being on one of them is enough. */
  lists: (number | string)[]
  /** Having one of them is enough. */
  tags: string[]
  locales: string[]
}

/** Reads the audience of a document, its lists populated or not. */
export function audienceOf(value: unknown): Audience {
  const group: Record<string, unknown> =
    typeof value === 'object' && value !== null ? { ...value } : {}
  return {
    lists: listOf(group['lists']).map(idOf).filter(isId),
    tags: listOf(group['tags']).filter((tag) => typeof tag === 'string'),
    locales: listOf(group['locales']).filter((locale) => typeof locale === 'string'),
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value

const isId = (value: unknown): value is number | string =>
  typeof value === 'number' || typeof value === 'string'
