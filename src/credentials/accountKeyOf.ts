/**
 * The name of the account that a channel entry sends with. Entries with the same stored credentials share one; what was typed
 * into an entry is an account of its own.
 */
export function accountKeyOf({
  credentialId,
  entryId,
}: {
  credentialId: string | undefined
  entryId: string
}): string {
  return credentialId === undefined ? `entry:${entryId}` : `credentials:${credentialId}`
}
