/**
 * An address that people recognise and cannot write to: `a•••@example.com`, `+7916•••4567`. An account (`user:42`) is none
 * and stays.
 */
export function shownAddress(address: string): string {
  if (address.startsWith('user:')) return address
  const at = address.lastIndexOf('@')
  if (at > 0) return `${address.slice(0, 1)}•••${address.slice(at)}`
  return address.length > 9 ? `${address.slice(0, 5)}•••${address.slice(-4)}` : '•••'
}
