import type { CollectionConfig } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { staffOrOwner } from '../access/staffOrOwner.ts'
import { guardStatus } from '../guardStatus.ts'
import { advanceEnrollment } from './progress/advanceEnrollment.ts'
import { attachEnrollment } from './progress/attachEnrollment.ts'
import { progressFields } from './progress/progressFields.ts'
import { progressRemoval } from './progress/progressRemoval.ts'
import { progressStatusMachine } from './progress/progressStatusMachine.ts'
import { reportEndpoint } from './progress/reportEndpoint.ts'
import { settleProgress } from './progress/settleProgress.ts'

/** What one student did in one lesson. The smallest one is `{ "user": 1, "lesson": 1 }`. */
export const LessonProgress: CollectionConfig = {
  slug: 'lesson-progress',
  labels: {
    singular: { en: 'Lesson progress', ru: 'Прогресс по уроку' },
    plural: { en: 'Lesson progress', ru: 'Прогресс по урокам' },
  },
  graphQL: { singularName: 'LessonProgress', pluralName: 'LessonProgresses' },
  admin: {
    group: { en: 'School', ru: 'Школа' },
    description: {
      en: 'Written as students study; staff may correct or reset it.',
      ru: 'Пишется по ходу учёбы; сотрудники могут исправить или сбросить.',
    },
    useAsTitle: 'student',
    defaultColumns: ['user', 'lesson', 'status', 'percent', 'lastActivityAt', 'updatedAt'],
    listSearchableFields: ['student'],
  },
  access: {
    create: isAdminOrManager,
    read: staffOrOwner('user'),
    update: isAdminOrManager,
    delete: isAdmin,
  },
  defaultSort: '-updatedAt',
  // Saved by machines more than by editors; see connectionTimeoutMillis in config/applicationConfig.ts.
  lockDocuments: false,
  disableDuplicate: true,
  indexes: [{ fields: ['user', 'lesson'], unique: true }, { fields: ['status', 'lastActivityAt'] }],
  hooks: {
    beforeChange: [
      attachEnrollment,
      guardStatus({ machine: progressStatusMachine }),
      settleProgress,
    ],
    afterChange: [advanceEnrollment],
    beforeDelete: [progressRemoval.beforeDelete],
    afterDelete: [progressRemoval.afterDelete],
  },
  endpoints: [reportEndpoint],
  fields: progressFields,
}
