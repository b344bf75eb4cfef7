import { egressError } from './egressError.ts'
import { isReservedHeader } from './isReservedHeader.ts'
import { isValidHeader } from './isValidHeader.ts'
import { userAgent } from './userAgent.ts'

/**
 * The request's headers as a flat list, with our own defaults.
 * @throws FlowError FLOW_EGRESS_INVALID_REQUEST for reserved names and for anything that could end a header line.
 */
export function checkHeaders(headers: Record<string, string>): string[] {
  // Compression is not asked for: a small answer needs none, and a bomb cannot be unpacked by accident.
  const list = ['accept-encoding', 'identity']
  let hasUserAgent = false
  for (const name of Object.keys(headers)) {
    const value = headers[name] ?? ''
    if (!isValidHeader(name, value) || isReservedHeader(name)) {
      throw egressError({
        code: 'FLOW_EGRESS_INVALID_REQUEST',
        message: `the header ${JSON.stringify(name)} is not allowed or holds a forbidden character`,
        details: { variant: 'header', header: name.slice(0, 100) },
      })
    }
    if (name.toLowerCase() === 'user-agent') hasUserAgent = true
    list.push(name, value)
  }
  if (!hasUserAgent) list.push('user-agent', userAgent)
  return list
}
