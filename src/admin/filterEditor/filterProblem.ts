import type { Json } from '../../kernel/json.ts'
import { isRecord } from '../../kernel/isRecord.ts'
import { textOf } from '../elements/textOf.ts'

/** What is wrong with a filter, or null. The parser is loaded when first needed: the expression compiler behind it is large. */
export async function filterProblem(filter: Json): Promise<string | null> {
  const { parseFilter } = await import('../../subscription-filter/parseFilter.ts')
  try {
    parseFilter(filter)
    return null
  } catch (error) {
    const details = isRecord(error) && isRecord(error['details']) ? error['details'] : {}
    return `${textOf(details['path']) ?? ''}: ${textOf(details['expected']) ?? String(error)}`
  }
}
