import type { PayloadRequest } from 'payload'

/**
 * The caller's address. The web server writes the header itself, from the socket or from as many proxies as it was
 * told to trust, so a caller cannot choose it.
 */
export function clientAddress(req: Pick<PayloadRequest, 'headers'>): string {
  const [first = ''] = (req.headers.get('x-forwarded-for') ?? '').split(',')
  return first.trim() || 'unknown'
}
