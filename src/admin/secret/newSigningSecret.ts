const BYTES = 32

/** A fresh Standard Webhooks secret, `whsec_` + base64 of 32 random bytes, made in the browser. */
export function newSigningSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES))
  return `whsec_${btoa(String.fromCharCode(...bytes))}`
}
