/** How many days each kind of row is kept; 0 keeps it for ever. */
export type KeepDays = { events: number; deliveries: number; attempts: number }

/** What is kept when neither the site nor a person says otherwise. */
export const defaultKeepDays: KeepDays = { events: 30, deliveries: 30, attempts: 7 }

/** The longest period that can be asked for. */
export const MOST_KEEP_DAYS = 3_650
