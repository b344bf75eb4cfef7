import type { StatusMachine } from '../../statusMachine.ts'

/** Whether a certificate still counts. */
export type CertificateStatus = 'valid' | 'revoked'

/** A revoked certificate stays revoked; a new one can be issued. */
export const certificateStatusMachine: StatusMachine<CertificateStatus> = {
  valid: ['revoked'],
  revoked: [],
}
