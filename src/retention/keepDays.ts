/** How many days each kind of row is kept; 0 keeps it for ever. */
export type KeepDays = {
  events: number
  deliveries: number
  attempts: number
  /** Notifications, counted from when they were read. */
  notificationsRead: number
  /** Notifications that nobody has read. */
  notificationsUnread: number
}

/** What is kept when neither the site nor a person says otherwise. */
export const defaultKeepDays: KeepDays = {
  events: 30,
  deliveries: 30,
  attempts: 7,
  notificationsRead: 30,
  notificationsUnread: 90,
}

/** The longest period that can be asked for. */
export const MOST_KEEP_DAYS = 3_650
