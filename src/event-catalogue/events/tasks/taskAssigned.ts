import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleTask } from '../../samples/sampleTask.ts'
import { taskSnapshot } from '../../snapshots/taskSnapshot.ts'

/** Fires beside `task.created` when a task is born with an assignee. */
export const taskAssigned = defineEvent({
  type: 'task.assigned',
  version: 1,
  area: eventAreas.tasks,
  summary: {
    en: 'A task was given to somebody.',
    ru: 'Задача назначена исполнителю.',
  },
  firesWhen: {
    en: 'The assignee was set or changed, also on creation. Taking the assignee away does not count.',
    ru: 'Исполнитель назначен или сменился, в том числе при создании. Снятие исполнителя не считается.',
  },
  current: taskSnapshot,
  extra: {
    /** Id of the user the task is given to. */
    assignee: z.union([z.number(), z.string()]),
    /** Id of the user who had it before; null for nobody. */
    previousAssignee: z.union([z.number(), z.string()]).nullable(),
  },
  sample: {
    current: { ...sampleTask, updatedAt: '2026-11-21T12:10:00.000Z' },
    previous: { ...sampleTask, assignee: 21 },
    changed: ['assignee'],
    assignee: 17,
    previousAssignee: 21,
  },
})
