import type { JsonObject } from '../../src/kernel/json.ts'
import type { Change } from '../rules/change.ts'
import { carrying, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'
import { isJsonObject } from '../../src/kernel/isJsonObject.ts'

/** What stored answers mean; holds for our rows and for those of `@payloadcms/plugin-form-builder`. */
export const formRules: RuleTable = {
  'form.submitted': carrying(on.created(), (change) => ({ answers: answersOf(change) })),
}

/** Answers by the names of their questions. */
function answersOf({ current }: Change): JsonObject {
  const rows = [current['values'], current['submissionData']].flatMap((list) =>
    Array.isArray(list) ? list : [],
  )
  return Object.fromEntries(
    rows.flatMap((row) => {
      if (!isJsonObject(row)) return []
      const name = row['name'] ?? row['field']
      const value = row['value'] ?? null
      if (typeof name !== 'string') return []
      return [[name, value === null || typeof value === 'string' ? value : JSON.stringify(value)]]
    }),
  )
}
