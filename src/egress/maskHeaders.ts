import { isSecretName } from './isSecretName.ts'
import { MASK } from './mask.ts'

/** A copy of the headers with the values of secret-looking ones replaced, except those listed in `shown`. */
export function maskHeaders(
  headers: Record<string, string>,
  shown: readonly string[] = [],
): Record<string, string> {
  const masked: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    masked[name] = isSecretName(name) && !shown.includes(name.toLowerCase()) ? MASK : value
  }
  return masked
}
