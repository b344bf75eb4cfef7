import type { PayloadRequest } from 'payload'
import * as z from 'zod'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { requestLanguage } from '../../requestLanguage.ts'
import { type CertificateRow, certificateRow } from './certificateRow.ts'
import { verificationCode } from './verificationCode.ts'
import { verificationPage } from './verificationPage.ts'

/**
 * `GET /api/certificates/verify/:code`: anybody who holds a certificate asks whether it is genuine. JSON
 * `{ status: 'valid' | 'revoked' | 'unknown', … }`, a page for browsers; 404 when there is none. Language by `?locale=` or by
 * what the browser prefers.
 */
export const verifyEndpoint = defineEndpoint({
  method: 'get',
  path: '/verify/:code',
  access: 'public',
  limit: { name: 'certificate-verify', points: 60, perSeconds: 60 },
  query: z.object({ locale: z.enum(['ru', 'en']).optional() }),
  handle: async ({ param, query, req }) => {
    const row = await findByCode(req, param('code'))
    const status = row ? 200 : 404
    if (!wantsPage(req)) return jsonResponse(answer(row), status)
    const language = query.locale ?? requestLanguage(req)
    return new Response(verificationPage(row?.status ?? 'unknown', row, language), {
      status,
      headers: {
        'cache-control': 'no-store',
        'content-language': language,
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        'content-type': 'text/html; charset=utf-8',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex',
      },
    })
  },
})

async function findByCode(req: PayloadRequest, typed: string): Promise<CertificateRow | undefined> {
  const code = verificationCode.parse(typed)
  if (code === undefined) return undefined
  const row = await req.payload.db.findOne({
    collection: 'certificates',
    where: { verificationCode: { equals: code } },
    locale: 'all',
    req,
  })
  return row ? certificateRow.parse(row) : undefined
}

/** The reason of a revocation is between the school and the holder. */
function answer(row: CertificateRow | undefined): Record<string, unknown> {
  if (!row) return { status: 'unknown' }
  const { courseTitle, holderName, issuedAt, number, revokedAt, status } = row
  return { status, number, holderName, courseTitle, issuedAt, revokedAt: revokedAt || null }
}

function wantsPage(req: PayloadRequest): boolean {
  const accepted = req.headers.get('accept') ?? ''
  return accepted.includes('text/html')
}
