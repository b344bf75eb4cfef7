const PREFIX = 'whsec_'

/** The key bytes of a `whsec_…` secret (the prefix may be missing); null when it is not base64 or empty. */
export function decodeSecret(secret: string): Uint8Array | null {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null
  const key = Buffer.from(text, 'base64')
  // Decoding is lenient; only text that encodes back to itself is meant to be base64.
  const isExact = key.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '')
  return isExact && key.length > 0 ? key : null
}
