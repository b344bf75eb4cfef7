import type { Json } from '../../kernel/json.ts'
import { isRecord } from '../../kernel/isRecord.ts'
import { textOf } from '../elements/textOf.ts'

/** What is wrong with a mapping, or null. The parser is loaded when first needed: the time zones behind it are large. */
export async function mappingProblem(mapping: Json): Promise<string | null> {
  const { parseMapping } = await import('../../field-mapper/parseMapping.ts')
  try {
    parseMapping(mapping)
    return null
  } catch (error) {
    const details = isRecord(error) && isRecord(error['details']) ? error['details'] : {}
    return `${textOf(details['rule']) ?? ''}: ${textOf(details['expected']) ?? String(error)}`
  }
}
