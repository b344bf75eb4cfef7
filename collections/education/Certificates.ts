import type { CollectionConfig } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { staffOrOwner } from '../access/staffOrOwner.ts'
import { guardStatus } from '../guardStatus.ts'
import { certificateFields } from './certificates/certificateFields.ts'
import { certificateStatusMachine } from './certificates/certificateStatusMachine.ts'
import { downloadEndpoint } from './certificates/downloadEndpoint.ts'
import { fillCertificate } from './certificates/fillCertificate.ts'
import { stampRevocation } from './certificates/stampRevocation.ts'
import { verifyEndpoint } from './certificates/verifyEndpoint.ts'

/** Proofs of completed courses. The smallest ones are `{ "enrollment": 1 }` and `{ "user": 1, "course": 1 }`. */
export const Certificates: CollectionConfig = {
  slug: 'certificates',
  labels: {
    singular: { en: 'Certificate', ru: 'Сертификат' },
    plural: { en: 'Certificates', ru: 'Сертификаты' },
  },
  admin: {
    group: { en: 'School', ru: 'Школа' },
    description: {
      en: 'Issued when a course is completed, or by hand. Anybody can check one by its code.',
      ru: 'Выдаются по завершении курса или вручную. Проверить сертификат по коду может любой.',
    },
    useAsTitle: 'number',
    defaultColumns: ['number', 'holderName', 'courseTitle', 'status', 'issuedAt'],
    listSearchableFields: ['number', 'holderName', 'verificationCode'],
  },
  access: {
    create: isAdminOrManager,
    read: staffOrOwner('user'),
    update: isAdminOrManager,
    delete: isAdmin,
  },
  defaultSort: '-issuedAt',
  disableDuplicate: true,
  indexes: [{ fields: ['user', 'course'] }],
  hooks: {
    beforeChange: [
      fillCertificate,
      guardStatus({ machine: certificateStatusMachine }),
      stampRevocation,
    ],
  },
  endpoints: [verifyEndpoint, downloadEndpoint],
  fields: certificateFields,
}
