import type { CollectionConfig } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { staffOrOwner } from '../access/staffOrOwner.ts'
import { guardStatus } from '../guardStatus.ts'
import { keepStored } from '../keepStored.ts'
import { projectMainFields } from './projectMainFields.ts'
import { projectSidebarFields } from './projectSidebarFields.ts'
import { projectStatusMachine } from './projectStatusMachine.ts'
import { stampWork } from './stampWork.ts'

/** Work for clients. The smallest one is `{ "title": "…" }`. A client sees the projects that name them. */
export const ServiceProjects: CollectionConfig = {
  slug: 'service-projects',
  labels: {
    singular: { en: 'Project', ru: 'Проект' },
    plural: { en: 'Projects', ru: 'Проекты' },
  },
  admin: {
    group: { en: 'Projects', ru: 'Проекты' },
    description: {
      en: 'Work for clients: who does it, until when, and how far it is.',
      ru: 'Работа для клиентов: кто делает, к какому сроку и сколько готово.',
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'status', 'progress', 'manager', 'deadline', 'updatedAt'],
    listSearchableFields: ['title', 'description', 'serviceNames'],
    groupBy: true,
  },
  access: {
    create: isAdminOrManager,
    read: staffOrOwner('client'),
    update: isAdminOrManager,
    delete: isAdmin,
  },
  defaultSort: ['status', 'deadline'],
  indexes: [{ fields: ['status', 'deadline'] }, { fields: ['status', 'startedAt'] }],
  hooks: {
    beforeChange: [
      guardStatus({ machine: projectStatusMachine }),
      keepStored(['startedAt', 'completedAt', 'progress']),
      stampWork({ begun: ['in_progress'], completed: 'completed' }),
    ],
  },
  fields: [...projectMainFields, ...projectSidebarFields],
}
