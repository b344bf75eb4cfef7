/**
 * Whether a person who may open the outbox may read one letter of it. A link that sets a new password would make a
 * manager an administrator, so letters about accounts are for the role `admin`; where users have no roles, for everybody.
 */
export function mayReadLetter(mail: { isPrivate: boolean }, user: object | null): boolean {
  if (!mail.isPrivate) return true
  return user !== null && (!('role' in user) || user.role === 'admin')
}
