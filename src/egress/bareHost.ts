/** Removes the brackets of IPv6 literals and the root dot, which DNS ignores and name checks would not. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}
