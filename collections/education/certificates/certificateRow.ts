import * as z from 'zod'

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')

/** What the paper and the public page show of a certificate's row. */
export const certificateRow = z.object({
  number: text,
  holderName: text,
  courseTitle: z
    .record(z.string(), z.string().nullish())
    .nullish()
    .transform((value) => value ?? {}),
  status: z.enum(['valid', 'revoked']),
  issuedAt: text,
  revokedAt: text,
  verificationCode: text,
})

/** See {@link certificateRow}. */
export type CertificateRow = z.output<typeof certificateRow>
