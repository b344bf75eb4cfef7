/**
 * Channel of Postgres' notifications that wakes streams. The text names whose inbox has changed: ids with commas, or `*` when
 * they are many; `out:` and an id when somebody has signed out. A hint: what is missed is found by the next look.
 */
export const INBOX_NOTIFICATION = 'flowmasters_inbox'
