import type { PayloadRequest } from 'payload'

/** Whether a user holds a certificate of a course that was not revoked. */
export async function hasValidCertificate(
  req: PayloadRequest,
  { course, user }: { course: unknown; user: unknown },
): Promise<boolean> {
  const { totalDocs } = await req.payload.db.count({
    collection: 'certificates',
    where: {
      and: [
        { user: { equals: user } },
        { course: { equals: course } },
        { status: { equals: 'valid' } },
      ],
    },
    req,
  })
  return totalDocs > 0
}
