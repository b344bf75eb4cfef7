/** What a channel secret is bound to, so that a sealed value copied to another row does not open. */
export function secretContext(entryId: string, fieldName: string): string {
  return `channel:${entryId}:${fieldName}`
}
