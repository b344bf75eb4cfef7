import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleTask } from '../../samples/sampleTask.ts'
import { taskSnapshot } from '../../snapshots/taskSnapshot.ts'

/** A task appeared, given to somebody or not. */
export const taskCreated = defineEvent({
  type: 'task.created',
  version: 1,
  area: eventAreas.tasks,
  summary: {
    en: 'A task was created.',
    ru: 'Создана задача.',
  },
  firesWhen: {
    en: 'A task is created, in any status.',
    ru: 'Создана задача в любом статусе.',
  },
  current: taskSnapshot,
  sample: {
    current: sampleTask,
    previous: null,
    changed: [],
  },
})
