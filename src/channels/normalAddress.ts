/** An address as the list of suppressed ones knows it: however it is written, it is the same one. */
export function normalAddress(address: string): string {
  const trimmed = address.trim()
  return trimmed.includes('@') ? trimmed.toLowerCase() : trimmed.replaceAll(/[\s()-]/g, '')
}
