import type { Json } from '../../src/kernel/json.ts'
import type { Change } from '../rules/change.ts'
import { carrying, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What a saved task means. A task is completed when it is `done`. */
export const taskRules: RuleTable = {
  'task.created': on.created(),
  'task.assigned': carrying(
    on.save((change) => {
      const assignee = change.current['assignee'] ?? null
      return change.isVisible && assignee !== null && assignee !== assigneeBefore(change)
    }),
    (change) => ({
      assignee: change.current['assignee'] ?? null,
      previousAssignee: assigneeBefore(change),
    }),
  ),
  'task.completed': on.changedTo('status', 'done'),
}

/** Nobody, when the task appears now. */
function assigneeBefore({ isFirstAppearance, previous }: Change): Json {
  return isFirstAppearance ? null : (previous?.['assignee'] ?? null)
}
