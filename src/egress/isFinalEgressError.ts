import type { FlowError } from '../kernel/flowError.ts'

/** True when trying again cannot help because our own side refuses the request: bad target or bad request. */
export function isFinalEgressError(error: FlowError): boolean {
  return (
    error.code === 'FLOW_EGRESS_FORBIDDEN_TARGET' || error.code === 'FLOW_EGRESS_INVALID_REQUEST'
  )
}
