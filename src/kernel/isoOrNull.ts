/** A time in milliseconds since the Unix epoch as ISO 8601 in UTC. */
export function isoOrNull(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}
