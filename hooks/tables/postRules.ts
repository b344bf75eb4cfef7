import { on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What a saved post means. A draft means nothing until it is published. */
export const postRules: RuleTable = {
  'post.created': on.created(),
  'post.published': on.published(),
  'post.updated': on.updated(),
}
