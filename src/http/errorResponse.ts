import { FlowError } from '../kernel/flowError.ts'
import type { Logger } from '../kernel/logger.ts'
import { jsonResponse } from './jsonResponse.ts'

/** One entry of `errors` in an answer. */
export type ApiError = {
  code: string
  message: string
  hint?: string
  details?: Record<string, unknown>
}

/**
 * `{ errors: [{ code, message, hint?, details? }] }` with the error's own status. What is not a FlowError, or one of
 * ours with status 500, is logged; the unknown is answered without a word of its text, which may hold anything.
 */
export function errorResponse(
  error: unknown,
  context: { logger: Logger; route: string },
): Response {
  const status = error instanceof FlowError ? error.status : 500
  if (status >= 500) {
    context.logger.error({ msg: `flowmasters: ${context.route} failed`, err: error })
  }
  const response = jsonResponse(
    { errors: [error instanceof FlowError ? toApiError(error) : unknown] },
    status,
  )
  const wait = error instanceof FlowError ? error.details['retryAfterSeconds'] : undefined
  if (typeof wait === 'number') response.headers.set('retry-after', String(wait))
  return response
}

const unknown: ApiError = {
  code: 'FLOW_API_FAILED',
  message: 'something went wrong on the server',
  hint: "The server's log has the reason.",
}

function toApiError({ code, details, hint, message }: FlowError): ApiError {
  const prefix = `[flowmasters] ${code}: `
  return {
    code,
    message: message.startsWith(prefix) ? message.slice(prefix.length) : message,
    ...(hint === undefined ? {} : { hint }),
    ...(Object.keys(details).length === 0 ? {} : { details }),
  }
}
