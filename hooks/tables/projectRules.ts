import { both, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What a saved project means. Going on after a pause is not a start: the project has its date of start then. */
export const projectRules: RuleTable = {
  'project.created': on.created(),
  'project.started': both(
    on.changedTo('status', 'in_progress'),
    ({ isFirstAppearance, previous }) => isFirstAppearance || !previous?.['startedAt'],
  ),
  'project.completed': on.changedTo('status', 'completed'),
}
