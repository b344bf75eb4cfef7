import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleProject } from '../../samples/sampleProject.ts'
import { projectSnapshot } from '../../snapshots/projectSnapshot.ts'

/** A project appeared, begun or not. */
export const projectCreated = defineEvent({
  type: 'project.created',
  version: 1,
  area: eventAreas.projects,
  summary: {
    en: 'A project was created.',
    ru: 'Создан проект.',
  },
  firesWhen: {
    en: 'A project is created, in any status.',
    ru: 'Создан проект в любом статусе.',
  },
  current: projectSnapshot,
  sample: {
    current: sampleProject,
    previous: null,
    changed: [],
  },
})
