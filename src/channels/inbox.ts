/** How a notification looks. */
export type InboxLevel = 'info' | 'success' | 'warning' | 'error'

/** Whom a notification is for: one user by id, or the staff; `role: null` means all of them. */
export type InboxAudience =
  | { kind: 'user'; userId: string }
  | { kind: 'staff'; role: 'admin' | 'manager' | 'viewer' | null }

/** A notification as the inbox port takes it; texts are plain and are shown as they are. */
export type InboxMessage = {
  /** The delivery's id: putting the same one again adds nothing for those who have it. */
  id: string
  audience: InboxAudience
  event: { id: string; type: string }
  /** One line, 1 to 200 characters. */
  title: string
  /** At most 2000 characters; may be empty. */
  text: string
  /** See `isInboxLink`; null: nowhere. */
  link: string | null
  level: InboxLevel
}

/** What the inbox port answers. */
export type InboxReceipt = {
  /** People the message is for: 0 when the user does not exist, may not sign in, or nobody has the role. */
  addressed: number
  /** Those of them who did not have it before. */
  added: number
}

/**
 * Puts one notification into the inboxes of its people. Throws FlowError FLOW_INBOX_MESSAGE_INVALID and
 * FLOW_INBOX_ROLES_MISSING, which no further try can heal, and the database's errors untouched, which one may.
 */
export type Inbox = { put: (message: InboxMessage) => Promise<InboxReceipt> }
