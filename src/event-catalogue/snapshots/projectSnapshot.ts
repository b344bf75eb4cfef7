import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `service-projects`. */
export const projectSnapshot = defineSnapshot({
  title: rowField.text,
  description: rowField.text,
  status: rowField.oneOf(['planned', 'in_progress', 'on_hold', 'completed', 'cancelled']),
  serviceNames: rowField.texts,
  budget: rowField.money,
  note: rowField.text,
  /** Id of the client's account. */
  client: rowField.relation,
  lead: rowField.relation,
  manager: rowField.relation,
  team: rowField.relations,
  deadline: rowField.date,
  /** Per cent of its tasks that are done; null without tasks. */
  progress: rowField.number,
  tags: rowField.texts,
  startedAt: rowField.date,
  completedAt: rowField.date,
})
