import type { PayloadRequest } from 'payload'

/**
 * Where anybody can check a certificate: below the site's public address, or below the one the caller used when the site
 * names none.
 */
export function verificationUrl(req: PayloadRequest, code: string): string {
  const { routes, serverURL } = req.payload.config
  const origin = serverURL || req.origin || new URL(req.url ?? 'http://localhost').origin
  return `${origin}${routes.api}/certificates/verify/${encodeURIComponent(code)}`
}
