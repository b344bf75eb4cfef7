import { FlowError } from '../kernel/flowError.ts'

/** What is answered when the id in the path belongs to nothing (404). */
export function notFound(
  what:
    | 'event'
    | 'delivery'
    | 'subscription'
    | 'replay'
    | 'reconciliation'
    | 'collection'
    | 'credential'
    | 'callback',
  id: string,
): FlowError {
  return new FlowError({
    code: 'FLOW_API_NOT_FOUND',
    message: `there is no ${what} "${id.slice(0, 100)}"`,
    status: 404,
    details: { [what]: id.slice(0, 100) },
  })
}
