import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleTask } from '../../samples/sampleTask.ts'
import { taskSnapshot } from '../../snapshots/taskSnapshot.ts'

/** Time causes it, not a save. */
export const taskOverdue = defineEvent({
  type: 'task.overdue',
  version: 1,
  area: eventAreas.tasks,
  summary: {
    en: 'A task is overdue.',
    ru: 'Задача просрочена.',
  },
  firesWhen: {
    en: 'The due date passed and the task is neither done nor cancelled; once per due date.',
    ru: 'Срок прошёл, а задача не выполнена и не отменена; один раз на каждый срок.',
  },
  current: taskSnapshot,
  extra: {
    /** The due date that passed. */
    dueAt: z.iso.datetime({ offset: true }),
    /** Whole days since. */
    daysLate: z.int().nonnegative(),
  },
  sample: {
    current: sampleTask,
    previous: null,
    changed: [],
    dueAt: '2026-11-27T15:00:00.000Z',
    daysLate: 1,
  },
})
