/** How a scheduled job stands at `now` (milliseconds since the Unix epoch), as one word of `texts.status`. */
export function jobStatus(job: Readonly<Record<string, unknown>>, now: number): string {
  const { enabled, lastOutcome, leaseUntil, runRequestedAt } = job
  if (typeof leaseUntil === 'string' && Date.parse(leaseUntil) >= now) return 'running'
  if (runRequestedAt) return 'requested'
  if (enabled === false) return 'off'
  return typeof lastOutcome === 'string' ? lastOutcome : 'never'
}
