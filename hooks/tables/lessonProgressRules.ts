import { carrying, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What saved progress in a lesson means. */
export const lessonProgressRules: RuleTable = {
  'lesson.started': on.changedTo('status', 'in_progress'),
  'lesson.progress_updated': carrying(on.changed('percent'), ({ current, previous }) => ({
    percentFrom: Number(previous?.['percent'] ?? 0),
    percentTo: Number(current['percent'] ?? 0),
  })),
  'lesson.completed': on.changedTo('status', 'completed'),
}
