import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import { executeSql } from '../../executeSql.ts'
import { documentIdOf } from '../../documentIdOf.ts'
import { findEnrollment } from '../findEnrollment.ts'
import { holdEnrollment } from '../holdEnrollment.ts'
import { nowOf } from '../../nowOf.ts'
import { refuseField } from '../../refuseField.ts'
import { type StoredRow, readRow } from '../../readRow.ts'
import { advisoryLock } from '../../advisoryLock.ts'
import { hasValidCertificate } from './hasValidCertificate.ts'
import { verificationCode } from './verificationCode.ts'

/**
 * Gives a new certificate its number, code, date and the holder's name as it is now. User and course are those of the
 * enrollment when one is named. Refuses (400) a second valid certificate of one user for one course.
 */
export const fillCertificate: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  req,
}) => {
  if (operation !== 'create') return data
  const enrollment = await enrollmentOf(req, data)
  const user: unknown = enrollment?.['user'] ?? data['user']
  const course: unknown = enrollment?.['course'] ?? data['course']
  const holder = await readRow(req, 'users', user)
  const filled = { ...data, enrollment: enrollment?.id ?? data['enrollment'], user, course }
  // What is missing is the fields' own validation's business.
  if (!holder || documentIdOf(req.payload, 'courses', course) === undefined) return filled
  // The enrollment first, as a completed course does, so that nobody waits in a circle.
  await holdEnrollment(req, enrollment?.id)
  await advisoryLock(req, 'certificate', user, course)
  if (await hasValidCertificate(req, { user, course })) {
    throw refuseField({
      req,
      collection: collection.slug,
      path: 'course',
      message: {
        en: 'This user has a valid certificate of this course. Revoke it first.',
        ru: 'У этого пользователя уже есть действующий сертификат по этому курсу. Сначала отзовите его.',
      },
    })
  }
  const issuedAt = data['issuedAt'] || nowOf(req.payload)
  return {
    ...filled,
    holderName: data['holderName'] || holder['name'] || holder['email'],
    issuedAt,
    number: data['number'] || (await nextNumber(req, issuedAt)),
    verificationCode: data['verificationCode'] || verificationCode.create(),
  }
}

async function enrollmentOf(
  req: PayloadRequest,
  data: Record<string, unknown>,
): Promise<StoredRow | undefined> {
  const { enrollment } = data
  if (enrollment) return readRow(req, 'course-enrollments', enrollment)
  const course = documentIdOf(req.payload, 'courses', data['course'])
  const user = documentIdOf(req.payload, 'users', data['user'])
  return user && course ? findEnrollment(req, { user, course }) : undefined
}

/**
 * `CERT-2026-000123`. A Postgres sequence never hands out a value twice and takes no lock; a rolled-back certificate
 * leaves a gap. Sites without our sequence draw from that of the ids.
 */
async function nextNumber(req: PayloadRequest, issuedAt: string): Promise<string> {
  const rows = await executeSql(
    req,
    `select nextval(coalesce(
      to_regclass('certificate_number_seq'),
      to_regclass(pg_get_serial_sequence('certificates', 'id'))
    )) as "value"`,
  )
  const value = rows?.[0]?.['value'] ?? Date.parse(nowOf(req.payload))
  return `CERT-${issuedAt.slice(0, 4)}-${String(value).padStart(6, '0')}`
}
