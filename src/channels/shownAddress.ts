/** An address that people recognise and cannot write to: `a•••@example.com`, `+7916•••4567`. */
export function shownAddress(address: string): string {
  const at = address.lastIndexOf('@')
  if (at > 0) return `${address.slice(0, 1)}•••${address.slice(at)}`
  return address.length > 9 ? `${address.slice(0, 5)}•••${address.slice(-4)}` : '•••'
}
