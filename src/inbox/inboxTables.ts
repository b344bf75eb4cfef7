/** Slug of the notifications; their table has the same name. */
export const NOTIFICATIONS = 'notifications'

/** Slug of the counters of changes, one row per person. */
export const INBOX_COUNTERS = 'inbox-counters'
