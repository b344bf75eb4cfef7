import { on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What a saved lead means. */
export const leadRules: RuleTable = {
  'lead.created': on.created(),
}
