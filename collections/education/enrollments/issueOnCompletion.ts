import type { CollectionAfterChangeHook } from 'payload'

import { hasValidCertificate } from '../certificates/hasValidCertificate.ts'
import { innerRequest } from '../../innerRequest.ts'
import { readRow } from '../../readRow.ts'

/**
 * Issues the certificate in the transaction that completed the course, when the course wants one. The enrollment's row is
 * held by `guardStatus`, so of two simultaneous completions the second one finds the certificate of the first.
 */
export const issueOnCompletion: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  // The row, not `doc`: with `select` the answer may lack any of this.
  const row = await readRow(req, 'course-enrollments', doc.id)
  if (row?.['status'] !== 'completed' || previousDoc?.status === 'completed') return doc
  const { course, user } = row
  const stored = await readRow(req, 'courses', course)
  if (!user || !stored || stored['issueCertificate'] === false) return doc
  if (await hasValidCertificate(req, { user, course })) return doc
  await req.payload.create({
    collection: 'certificates',
    data: { enrollment: row.id, user, course },
    depth: 0,
    req: innerRequest(req),
  })
  return doc
}
