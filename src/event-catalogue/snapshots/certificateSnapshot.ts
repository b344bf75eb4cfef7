import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `certificates`. Name and title are those at issue. */
export const certificateSnapshot = defineSnapshot({
  number: rowField.text,
  enrollment: rowField.relation,
  user: rowField.relation,
  course: rowField.relation,
  holderName: rowField.text,
  courseTitle: rowField.localisedText,
  status: rowField.oneOf(['valid', 'revoked']),
  issuedAt: rowField.date,
  revokedAt: rowField.date,
  revokedReason: rowField.text,
  /** Whoever has it can check the certificate at `/api/certificates/verify/<code>`. */
  verificationCode: rowField.text,
})
