/** What a device's sealed address is bound to: copied to another row it does not open. */
export function deviceContext(hash: string): string {
  return `push-device:${hash}`
}
