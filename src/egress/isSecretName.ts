const SECRET_NAME =
  /(^|[-_.])(auth|authorization|key|apikey|token|secret|password|passwd|pwd|cookie|credentials?|signature|sig|session|code|hash|jwt|bearer)($|[-_.\d])|token|secret|password|apikey|authorization/i

const MAX_KNOWN = 1_000
/** The same few names come with every request. */
const known = new Map<string, boolean>()

/** True for a header or query parameter whose name says that its value must not be shown. */
export function isSecretName(name: string): boolean {
  const verdict = known.get(name)
  if (verdict !== undefined) return verdict
  // camelCase is split so that `accessKey` reads like `access-key`.
  const isSecret = SECRET_NAME.test(name.replace(/([a-z\d])([A-Z])/g, '$1-$2'))
  if (known.size < MAX_KNOWN) known.set(name, isSecret)
  return isSecret
}
