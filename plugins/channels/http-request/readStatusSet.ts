/** Ranges of statuses, both ends included. */
export type StatusSet = readonly (readonly [number, number])[]

/** Reads `200-299, 409`; null for what is none. Only answers that end an exchange count: 200 to 599. */
export function readStatusSet(text: string): StatusSet | null {
  const ranges = text.split(',').map((part) => {
    const [, from, to = from] = /^\s*(\d{3})(?:\s*-\s*(\d{3}))?\s*$/.exec(part) ?? []
    const range = [Number(from), Number(to)] as const
    return range[0] >= 200 && range[1] <= 599 && range[0] <= range[1] ? range : null
  })
  return ranges.every((range) => range !== null) ? ranges : null
}
