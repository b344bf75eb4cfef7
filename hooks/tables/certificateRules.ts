import { on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What a saved certificate means; its download is told by the endpoint. */
export const certificateRules: RuleTable = {
  'certificate.issued': on.created(),
}
