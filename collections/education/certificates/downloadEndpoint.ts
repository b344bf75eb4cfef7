import type { PayloadRequest } from 'payload'
import * as z from 'zod'

import { certificateDownloaded } from '../../../src/event-catalogue/events/certificates/certificateDownloaded.ts'
import type { EventMetaInput } from '../../../src/event-service/eventMetaInput.ts'
import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { isStaff } from '../../access/isStaff.ts'
import { isSignedIn } from '../isSignedIn.ts'
import { schoolError } from '../schoolError.ts'
import { type StoredRow, readRow } from '../../readRow.ts'
import { certificateRow } from './certificateRow.ts'
import type { CertificateLanguage } from './certificateTexts.ts'
import { renderCertificate } from './renderCertificate.ts'
import { verificationUrl } from './verificationUrl.ts'

/**
 * `GET /api/certificates/:id/download`: the certificate as a PDF, for its holder and for staff; `?locale=ru|en`, else the
 * holder's own language. Tells `certificate.downloaded`. Refuses with FLOW_CERTIFICATE_NOT_FOUND (404, also for somebody
 * else's) and FLOW_CERTIFICATE_REVOKED (410).
 */
export const downloadEndpoint = defineEndpoint({
  method: 'get',
  path: '/:id/download',
  access: isSignedIn,
  limit: { name: 'certificate-download', points: 30, perSeconds: 60 },
  query: z.object({ locale: z.enum(['ru', 'en']).optional() }),
  handle: async ({ param, query, req, runtime }) => {
    const stored = await ownCertificate(req, param('id'))
    const row = certificateRow.parse(stored)
    if (row.status === 'revoked') throw schoolError(req, 'certificateRevoked')
    const pdf = await renderCertificate({
      row,
      language: query.locale ?? (await languageOfHolder(req, stored['user'])),
      verifyAt: verificationUrl(req, row.verificationCode),
    })
    await runtime.events.publish(
      certificateDownloaded,
      { current: stored },
      { meta: metaOf(req, stored.id) },
    )
    return new Response(new Uint8Array(pdf), {
      headers: {
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="${row.number.replace(/[^\w-]/g, '_')}.pdf"`,
        'content-length': String(pdf.byteLength),
        'content-type': 'application/pdf',
        'x-content-type-options': 'nosniff',
      },
    })
  },
})

/** Somebody else's certificate is answered like one that does not exist. */
async function ownCertificate(req: PayloadRequest, given: string): Promise<StoredRow> {
  const stored = await readRow(req, 'certificates', given)
  if (stored && (stored['user'] === req.user?.id || isStaff({ req }))) return stored
  throw schoolError(req, 'certificateUnknown')
}

async function languageOfHolder(req: PayloadRequest, user: unknown): Promise<CertificateLanguage> {
  const holder = await readRow(req, 'users', user)
  return holder?.['locale'] === 'en' ? 'en' : 'ru'
}

function metaOf(req: PayloadRequest, documentId: number | string): EventMetaInput {
  return {
    source: 'api',
    collection: 'certificates',
    documentId,
    userId: req.user?.id ?? null,
    userEmail: req.user?.email ?? null,
    locale: req.locale ?? null,
  }
}
