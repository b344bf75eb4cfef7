import { FlowError } from '../kernel/flowError.ts'

/** What can go wrong on the way out, besides the receiver's own answer. */
export type EgressErrorCode =
  | 'FLOW_EGRESS_FORBIDDEN_TARGET'
  | 'FLOW_EGRESS_INVALID_REQUEST'
  | 'FLOW_EGRESS_DNS'
  | 'FLOW_EGRESS_CONNECTION'
  | 'FLOW_EGRESS_TLS'
  | 'FLOW_EGRESS_TIMEOUT'
  | 'FLOW_EGRESS_ABORTED'

const HINTS: Record<EgressErrorCode, string> = {
  FLOW_EGRESS_FORBIDDEN_TARGET:
    'Use a public http(s) address. If the receiver is inside your own network, start with FLOWMASTERS_ALLOW_PRIVATE_TARGETS=1.',
  FLOW_EGRESS_INVALID_REQUEST: 'Check the URL and the headers of the channel.',
  FLOW_EGRESS_DNS: 'Check that the host name is spelled right and that its DNS records exist.',
  FLOW_EGRESS_CONNECTION: 'Check that the receiver is running and reachable from this machine.',
  FLOW_EGRESS_TLS: 'Check the certificate of the receiver: its date, its host name and its chain.',
  FLOW_EGRESS_TIMEOUT: 'The receiver should answer first and do slow work afterwards.',
  FLOW_EGRESS_ABORTED: 'The request was cancelled on this side; it will be tried again.',
}

const INPUT_ERRORS = new Set<EgressErrorCode>([
  'FLOW_EGRESS_FORBIDDEN_TARGET',
  'FLOW_EGRESS_INVALID_REQUEST',
])

/**
 * Builds one egress error. `reason` is a short machine-readable cause such as `ECONNREFUSED`; `details` are further
 * facts, among them `variant`, which says what exactly is meant where a code means several things.
 */
export function egressError({
  code,
  message,
  reason,
  details,
  cause,
}: {
  code: EgressErrorCode
  message: string
  reason?: string
  details?: Record<string, string | number>
  cause?: unknown
}): FlowError {
  return new FlowError({
    code,
    message,
    hint: HINTS[code],
    status: INPUT_ERRORS.has(code) ? 400 : 502,
    details: { ...details, ...(reason === undefined ? {} : { reason }) },
    ...(cause === undefined ? {} : { cause }),
  })
}
