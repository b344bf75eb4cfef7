import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { guardStatus } from '../guardStatus.ts'
import { keepStored } from '../keepStored.ts'
import { countProgress } from './countProgress.ts'
import { countProgressOnDelete } from './countProgressOnDelete.ts'
import { rememberProject } from './rememberProject.ts'
import { setReporter } from './setReporter.ts'
import { stampWork } from './stampWork.ts'
import { taskMainFields } from './taskMainFields.ts'
import { taskSidebarFields } from './taskSidebarFields.ts'
import { taskStatusMachine } from './taskStatusMachine.ts'

/** What somebody has to do, for a project, for a lead or by itself. The smallest one is `{ "title": "…" }`. */
export const Tasks: CollectionConfig = {
  slug: 'tasks',
  labels: {
    singular: { en: 'Task', ru: 'Задача' },
    plural: { en: 'Tasks', ru: 'Задачи' },
  },
  admin: {
    group: { en: 'Projects', ru: 'Проекты' },
    description: {
      en: 'Who does what until when.',
      ru: 'Кто что делает и к какому сроку.',
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'status', 'priority', 'assignee', 'project', 'dueAt'],
    listSearchableFields: ['title', 'description'],
    groupBy: true,
  },
  access: {
    create: isAdminOrManager,
    read: isStaff,
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: ['status', 'dueAt'],
  indexes: [{ fields: ['status', 'dueAt'] }, { fields: ['assignee', 'status', 'dueAt'] }],
  hooks: {
    beforeChange: [
      guardStatus({ machine: taskStatusMachine }),
      keepStored(['startedAt', 'completedAt']),
      stampWork({ begun: ['in_progress', 'review'], completed: 'done' }),
      rememberProject,
      setReporter,
    ],
    afterChange: [countProgress],
    afterDelete: [countProgressOnDelete],
  },
  fields: [...taskMainFields, ...taskSidebarFields],
}
