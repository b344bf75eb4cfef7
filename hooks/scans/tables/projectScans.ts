import type { Json } from '../../../src/kernel/json.ts'
import { inTime } from '../inTime.ts'
import type { Found, Scan } from '../scan.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** When work counts as late. */
export type ProjectScanOptions = {
  /** Days in progress after which a project without a deadline is late. @default 30 */
  projectDays?: number
}

/** Projects and tasks that are late. */
export function projectScans({ projectDays = 30 }: ProjectScanOptions = {}): Scan[] {
  return [projectOverdue(projectDays), taskOverdue]
}

/** Once per project, whichever comes first: its deadline, or too long a time without one. */
function projectOverdue(projectDays: number): Scan {
  return {
    name: 'project.overdue',
    label: { en: 'Find overdue projects', ru: 'Найти просроченные проекты' },
    collection: 'service-projects',
    events: ['project.overdue'],
    everyMs: 15 * MINUTE_MS,
    sweepEveryMs: 0,
    passes: [
      {
        name: 'deadline',
        moment: 'deadline',
        afterMs: 0,
        where: { status: ['planned', 'in_progress', 'on_hold'] },
      },
      {
        name: 'too_long',
        moment: 'startedAt',
        afterMs: projectDays * DAY_MS,
        where: { status: 'in_progress', deadline: null },
      },
    ],
    spell: [],
    action: {
      kind: 'tell',
      tell: (found) => ({
        type: 'project.overdue',
        extra: {
          reason: found.pass,
          daysLate: found.pass === 'deadline' ? found.days : null,
          daysInProgress: daysSince(found, found.row['startedAt']),
        },
      }),
    },
  }
}

function daysSince({ now }: Found, date: Json | undefined): number | null {
  return typeof date === 'string'
    ? Math.max(0, Math.floor((now - Date.parse(date)) / DAY_MS))
    : null
}

const taskOverdue = inTime.passed({
  event: 'task.overdue',
  collection: 'tasks',
  label: { en: 'Find overdue tasks', ru: 'Найти просроченные задачи' },
  deadline: 'dueAt',
  where: { status: ['todo', 'in_progress', 'review'] },
  extra: ({ days, moment }) => ({ dueAt: new Date(moment).toISOString(), daysLate: days }),
})
