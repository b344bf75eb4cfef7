import type { IncomingMessage } from 'node:http'

/**
 * The address a request came from. Every trusted proxy appends the one it saw to `x-forwarded-for`, so the caller's
 * stands that many places from the right; what is further left the caller may have written.
 */
export const callerAddress = (request: IncomingMessage, trustedProxies: number): string => {
  const given = String(request.headers['x-forwarded-for'] ?? '')
  const hops = given.split(',').map((part) => part.trim())
  const own = request.socket.remoteAddress ?? ''
  return [...hops, own].filter(Boolean).at(-1 - trustedProxies) ?? own
}
