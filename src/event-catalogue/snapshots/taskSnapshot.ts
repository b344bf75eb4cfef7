import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `tasks`. */
export const taskSnapshot = defineSnapshot({
  title: rowField.text,
  description: rowField.text,
  status: rowField.oneOf(['todo', 'in_progress', 'review', 'done', 'cancelled']),
  project: rowField.relation,
  lead: rowField.relation,
  assignee: rowField.relation,
  /** Id of the user who asked for it. */
  reporter: rowField.relation,
  priority: rowField.oneOf(['urgent', 'high', 'normal', 'low']),
  dueAt: rowField.date,
  checklist: rowField.list({
    id: rowField.text,
    title: rowField.text,
    done: rowField.boolean,
  }),
  tags: rowField.texts,
  order: rowField.number,
  startedAt: rowField.date,
  completedAt: rowField.date,
})
