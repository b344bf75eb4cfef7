import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleTask } from '../../samples/sampleTask.ts'
import { taskSnapshot } from '../../snapshots/taskSnapshot.ts'

/** The task is done; a reopened task can be completed again. */
export const taskCompleted = defineEvent({
  type: 'task.completed',
  version: 1,
  area: eventAreas.tasks,
  summary: {
    en: 'A task was completed.',
    ru: 'Задача выполнена.',
  },
  firesWhen: {
    en: 'The status became done, or a task is created with it.',
    ru: 'Статус стал done, или задача создана с ним.',
  },
  current: taskSnapshot,
  sample: {
    current: {
      ...sampleTask,
      status: 'done',
      startedAt: '2026-11-24T09:00:00.000Z',
      completedAt: '2026-11-26T13:45:00.000Z',
      updatedAt: '2026-11-26T13:45:00.000Z',
    },
    previous: { ...sampleTask, status: 'in_progress', startedAt: '2026-11-24T09:00:00.000Z' },
    changed: ['status', 'completedAt'],
  },
})
