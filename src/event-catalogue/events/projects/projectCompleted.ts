import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleProject } from '../../samples/sampleProject.ts'
import { projectSnapshot } from '../../snapshots/projectSnapshot.ts'

/** The work is done: time to ask for a review. */
export const projectCompleted = defineEvent({
  type: 'project.completed',
  version: 1,
  area: eventAreas.projects,
  summary: {
    en: 'A project was completed.',
    ru: 'Проект завершён.',
  },
  firesWhen: {
    en: 'The status became completed, or a project is created with it.',
    ru: 'Статус стал completed, или проект создан с ним.',
  },
  current: projectSnapshot,
  sample: {
    current: {
      ...sampleProject,
      status: 'completed',
      progress: 100,
      startedAt: '2026-11-23T08:00:00.000Z',
      completedAt: '2026-12-18T14:20:00.000Z',
      updatedAt: '2026-12-18T14:20:00.000Z',
    },
    previous: {
      ...sampleProject,
      status: 'in_progress',
      progress: 100,
      startedAt: '2026-11-23T08:00:00.000Z',
    },
    changed: ['status', 'completedAt'],
  },
})
