import type { Scan } from './scan.ts'

/**
 * The primary key of a spell: `user.inactive_7d:users:318:2026-11-14T09:41:12.000Z`. Made of values, not of their text in the
 * database, which depends on the connection's time zone.
 */
export function spellId(
  scan: Pick<Scan, 'name' | 'collection' | 'spell'>,
  row: Readonly<Record<string, unknown>>,
): string {
  const values = scan.spell.map((_, index) => textOf(row[`spell_${index}`]))
  return [scan.name, scan.collection, String(row['id']), ...values].join(':')
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString() : String(value)
}
