import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleProject } from '../../samples/sampleProject.ts'
import { projectSnapshot } from '../../snapshots/projectSnapshot.ts'

/** Once in the life of a project. */
export const projectStarted = defineEvent({
  type: 'project.started',
  version: 1,
  area: eventAreas.projects,
  summary: {
    en: 'Work on a project began.',
    ru: 'Началась работа над проектом.',
  },
  firesWhen: {
    en: 'The status became in_progress for the first time, or a project is created with it. Going on after a pause is not a start.',
    ru: 'Статус впервые стал in_progress, или проект создан с ним. Продолжение после паузы не считается началом.',
  },
  current: projectSnapshot,
  sample: {
    current: {
      ...sampleProject,
      status: 'in_progress',
      startedAt: '2026-11-23T08:00:00.000Z',
      updatedAt: '2026-11-23T08:00:00.000Z',
    },
    previous: sampleProject,
    changed: ['status', 'startedAt'],
  },
})
