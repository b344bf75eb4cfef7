const SECRET_NAME =
  /(^|[-_.])(auth|authorization|key|apikey|token|secret|password|passwd|pwd|cookie|credentials?|signature|sig|session|code|hash|jwt|bearer)($|[-_.\d])|token|secret|password|apikey|authorization/i

/** True for a header or query parameter whose name says that its value must not be shown. */
export function isSecretName(name: string): boolean {
  // camelCase is split so that `accessKey` reads like `access-key`.
  return SECRET_NAME.test(name.replace(/([a-z\d])([A-Z])/g, '$1-$2'))
}
