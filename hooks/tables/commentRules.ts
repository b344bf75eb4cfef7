import { on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What a saved comment means. A like is no save: the like endpoint publishes `comment.liked` itself. */
export const commentRules: RuleTable = {
  'comment.created': on.created(),
  'comment.approved': on.changedTo('status', 'approved'),
  'comment.rejected': on.changedTo('status', 'rejected'),
}
