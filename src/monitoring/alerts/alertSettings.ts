/** Thresholds of the alert rules, and who is written to. */
export type AlertSettings = {
  emails: readonly string[]
  /** More overdue deliveries than this, by more than so many minutes. */
  pastDueCount: number
  pastDueMinutes: number
  /** The oldest event waits longer than this to be routed. */
  outboxLagSeconds: number
  /** No worker gave a sign of life for so long. */
  heartbeatSeconds: number
  /** More dead letters than this within so many minutes. */
  deadLettersCount: number
  deadLettersMinutes: number
}

/** What is watched when nobody chose otherwise. */
export const defaultAlertSettings: AlertSettings = {
  emails: [],
  pastDueCount: 100,
  pastDueMinutes: 10,
  outboxLagSeconds: 60,
  heartbeatSeconds: 60,
  deadLettersCount: 10,
  deadLettersMinutes: 15,
}
