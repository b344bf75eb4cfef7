/** What a secret of the vault is bound to, so that a sealed value copied to another row does not open. */
export function credentialContext(vaultId: string, fieldName: string): string {
  return `credential:${vaultId}:${fieldName}`
}
