import type { FlowError } from '../kernel/flowError.ts'
import { egressError } from './egressError.ts'
import { isEgressError } from './isEgressError.ts'
import { tlsReason } from './tlsReason.ts'

const TLS_CODES = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'EPROTO',
  'HOSTNAME_MISMATCH',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])
const TIMEOUT_CODES = new Set([
  'ETIMEDOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
])
const CLOSED_CODES = new Set(['UND_ERR_ABORTED', 'UND_ERR_CLOSED', 'UND_ERR_DESTROYED'])

/** Names whatever the HTTP library or the socket threw by the client's own codes. */
export function toEgressError(error: unknown): FlowError {
  if (isEgressError(error)) return error
  const reason = codeOf(error)
  const facts = { reason, cause: error }
  if (reason === 'UND_ERR_INVALID_ARG' || reason === 'UND_ERR_NOT_SUPPORTED') {
    return egressError({
      code: 'FLOW_EGRESS_INVALID_REQUEST',
      message: 'the request could not be built',
      details: { variant: 'request' },
      ...facts,
    })
  }
  if (TIMEOUT_CODES.has(reason)) {
    return egressError({
      code: 'FLOW_EGRESS_TIMEOUT',
      message: 'the receiver did not answer in time',
      ...facts,
    })
  }
  if (CLOSED_CODES.has(reason)) {
    return egressError({
      code: 'FLOW_EGRESS_ABORTED',
      message: 'the HTTP client is shutting down',
      ...facts,
    })
  }
  if (TLS_CODES.has(reason) || /^(CERT_|ERR_TLS_|ERR_SSL_)/.test(reason)) {
    return egressError({
      code: 'FLOW_EGRESS_TLS',
      message: `no secure connection could be made: ${tlsReason(reason)} (${reason})`,
      ...facts,
    })
  }
  return egressError({
    code: 'FLOW_EGRESS_CONNECTION',
    message: `the connection failed (${reason})`,
    ...facts,
  })
}

/** The error's own code, or that of the first failed address when several were tried. */
function codeOf(error: unknown): string {
  // Structural, because errors of Node's core may come from another realm.
  if (typeof error !== 'object' || error === null) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : 'unknown'
}
