/** Whose devices a message goes to. */
export type Addressees = {
  /** Ids of users, as texts. */
  users: readonly string[]
  /** Everybody of these roles. */
  roles: readonly string[]
}
