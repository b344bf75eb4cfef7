import { FlowError } from '../kernel/flowError.ts'

/** True for any failure that {@link HttpClient.send} reports: the request never got an answer. */
export function isEgressError(error: unknown): error is FlowError {
  return error instanceof FlowError && error.code.startsWith('FLOW_EGRESS_')
}
