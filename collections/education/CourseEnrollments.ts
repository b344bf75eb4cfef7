import type { CollectionConfig } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { staffOrOwner } from '../access/staffOrOwner.ts'
import { guardStatus } from '../guardStatus.ts'
import { enrollEndpoint } from './enrollments/enrollEndpoint.ts'
import { enrollmentFields } from './enrollments/enrollmentFields.ts'
import { enrollmentStatusMachine } from './enrollments/enrollmentStatusMachine.ts'
import { forgetProgress } from './enrollments/forgetProgress.ts'
import { issueOnCompletion } from './enrollments/issueOnCompletion.ts'
import { refuseSecondEnrollment } from './enrollments/refuseSecondEnrollment.ts'
import { settleEnrollment } from './enrollments/settleEnrollment.ts'

/** Who studies what, one per user and course. The smallest one is `{ "user": 1, "course": 1 }`. */
export const CourseEnrollments: CollectionConfig = {
  slug: 'course-enrollments',
  labels: {
    singular: { en: 'Enrollment', ru: 'Запись на курс' },
    plural: { en: 'Enrollments', ru: 'Записи на курсы' },
  },
  admin: {
    group: { en: 'School', ru: 'Школа' },
    description: {
      en: 'Who studies what and how far they are. Lessons move an enrollment on by themselves.',
      ru: 'Кто что изучает и как продвинулся. Уроки двигают запись сами.',
    },
    useAsTitle: 'student',
    defaultColumns: ['user', 'course', 'status', 'progressPercent', 'lastProgressAt', 'createdAt'],
    listSearchableFields: ['student'],
  },
  access: {
    create: isAdminOrManager,
    read: staffOrOwner('user'),
    update: isAdminOrManager,
    delete: isAdmin,
  },
  defaultSort: '-createdAt',
  // Saved by machines more than by editors; see connectionTimeoutMillis in config/applicationConfig.ts.
  lockDocuments: false,
  disableDuplicate: true,
  indexes: [
    { fields: ['user', 'course'], unique: true },
    { fields: ['course', 'status'] },
    { fields: ['status', 'lastProgressAt'] },
  ],
  hooks: {
    beforeChange: [
      refuseSecondEnrollment,
      guardStatus({ machine: enrollmentStatusMachine }),
      settleEnrollment,
    ],
    afterChange: [issueOnCompletion],
    beforeDelete: [forgetProgress],
  },
  endpoints: [enrollEndpoint],
  fields: enrollmentFields,
}
