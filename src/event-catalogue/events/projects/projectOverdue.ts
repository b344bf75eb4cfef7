import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleProject } from '../../samples/sampleProject.ts'
import { projectSnapshot } from '../../snapshots/projectSnapshot.ts'

/** Time causes it, not a save. */
export const projectOverdue = defineEvent({
  type: 'project.overdue',
  version: 1,
  area: eventAreas.projects,
  summary: {
    en: 'A project is overdue.',
    ru: 'Проект просрочен.',
  },
  firesWhen: {
    en: 'The deadline passed, or a project without one is in progress for 30 days; once.',
    ru: 'Прошёл срок сдачи, или проект без срока в работе 30 дней; один раз.',
  },
  current: projectSnapshot,
  extra: {
    /** Past its deadline, or too long in progress without one. */
    reason: z.enum(['deadline', 'too_long']),
    /** Whole days since the deadline; null without one. */
    daysLate: z.int().nonnegative().nullable(),
    /** Whole days since work began; null when it has not. */
    daysInProgress: z.int().nonnegative().nullable(),
  },
  sample: {
    current: {
      ...sampleProject,
      status: 'in_progress',
      progress: 60,
      startedAt: '2026-11-23T08:00:00.000Z',
      updatedAt: '2026-12-15T09:00:00.000Z',
    },
    previous: null,
    changed: [],
    reason: 'deadline',
    daysLate: 2,
    daysInProgress: 29,
  },
})
