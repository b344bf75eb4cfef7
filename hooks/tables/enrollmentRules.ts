import { on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What a saved enrollment means. Lessons move its status, so these follow from lessons too. */
export const enrollmentRules: RuleTable = {
  'course.enrolled': on.created(),
  'course.started': on.changedTo('status', 'active'),
  'course.completed': on.changedTo('status', 'completed'),
}
