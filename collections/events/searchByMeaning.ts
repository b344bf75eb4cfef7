import type { CollectionBeforeOperationHook, Where } from 'payload'

/** What one searched text may mean in one collection; undefined leaves the search to Payload. */
export type SearchMeaning = (
  text: string,
  req: Parameters<CollectionBeforeOperationHook>[0]['req'],
) => Promise<Where[] | undefined> | Where[] | undefined

/**
 * The admin's search box asks whether any of several fields contains the text, which no index answers: in a log of a million rows it takes
 * seconds. This hook puts what the text means in its place, such as "the id is exactly this".
 */
export function searchByMeaning(
  fields: readonly string[],
  meaning: SearchMeaning,
): CollectionBeforeOperationHook {
  return async ({ args, operation, req }) => {
    if (operation !== 'read' && operation !== 'count') return args
    const where: Where | undefined = 'where' in args ? args.where : undefined
    if (!where) return args
    const replace = async (part: Where): Promise<Where> => {
      const text = searchedText(part, fields)
      if (text !== undefined) {
        const meant = await meaning(text, req)
        return meant === undefined ? part : { or: meant }
      }
      if (!Array.isArray(part.and)) return part
      return { ...part, and: await Promise.all(part.and.map(replace)) }
    }
    return { ...args, where: await replace(where) }
  }
}

/** The text, when this is what the search box makes of it: one `like` for each of the searchable fields, the same for all. */
function searchedText(where: Where, fields: readonly string[]): string | undefined {
  const { or, ...rest } = where
  if (!Array.isArray(or) || Object.keys(rest).length > 0 || or.length !== fields.length) {
    return undefined
  }
  const texts = or.map((part, place) => {
    const condition = part[fields[place] ?? '']
    return condition !== undefined && 'like' in condition ? condition['like'] : undefined
  })
  const [first] = texts
  return typeof first === 'string' && texts.every((text) => text === first)
    ? first.trim()
    : undefined
}
