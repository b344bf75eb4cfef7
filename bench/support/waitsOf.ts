/** Milliseconds from commit to arrival, by event; NaN for one that never arrived. */
export function waitsOf(
  committed: Iterable<readonly [id: string, at: number]>,
  arrivals: Readonly<Record<string, number>>,
): number[] {
  return [...committed].map(([id, at]) => Math.max(0, (arrivals[id] ?? Number.NaN) - at))
}
