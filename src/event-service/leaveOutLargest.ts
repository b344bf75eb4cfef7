import type { EventData } from '../event-catalogue/flowEvent.ts'

const byteLength = (value: unknown): number =>
  value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value))

/**
 * The same data without its largest fields, so that its JSON fits `maxBytes`, and which ones went. Used
 * where refusing is no option: a save must not fail because an article is long.
 */
export function leaveOutLargest(
  data: EventData,
  maxBytes: number,
): { data: EventData; issues: string[] } {
  const current = { ...data.current }
  const previous = data.previous === null ? null : { ...data.previous }
  const { current: _current, previous: _previous, changed, ...extra } = data
  const issues: string[] = []
  const fields = new Set([...Object.keys(current), ...Object.keys(previous ?? {})])
  fields.delete('id')
  const candidates = [
    ...[...fields].map((name) => ({
      path: `data.current.${name}`,
      bytes: byteLength(current[name]) + byteLength(previous?.[name]),
      leaveOut: () => {
        delete current[name]
        if (previous !== null) delete previous[name]
      },
    })),
    ...Object.keys(extra).map((name) => ({
      path: `data.${name}`,
      bytes: byteLength(extra[name]),
      leaveOut: () => {
        delete extra[name]
      },
    })),
  ].sort((a, b) => b.bytes - a.bytes)

  let excess = byteLength(data) - maxBytes
  for (const { path, bytes, leaveOut } of candidates) {
    if (excess <= 0) break
    leaveOut()
    excess -= bytes
    issues.push(`${path}: left out, its ${bytes} bytes make the event too large`)
  }
  return { data: { current, previous, changed, ...extra }, issues }
}
