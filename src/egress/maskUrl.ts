import { isSecretName } from './isSecretName.ts'
import { MASK } from './mask.ts'

/** The URL without its user name, password and the values of secret-looking query parameters. */
export function maskUrl(text: string): string {
  if (!URL.canParse(text)) return MASK
  const url = new URL(text)
  if (url.username !== '') url.username = MASK
  if (url.password !== '') url.password = MASK
  for (const name of new Set(url.searchParams.keys())) {
    if (isSecretName(name)) url.searchParams.set(name, MASK)
  }
  return url.href
}
