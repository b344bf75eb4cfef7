import { on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What a saved service means. A draft means nothing until it is published. */
export const serviceRules: RuleTable = {
  'service.created': on.created(),
  'service.published': on.published(),
  'service.updated': on.updated(),
}
