const yes: ReadonlySet<string> = new Set(['true', '1', 'yes', 'y', 'on', 'да'])
const no: ReadonlySet<string> = new Set(['false', '0', 'no', 'n', 'off', 'нет'])

/** What people and systems write for yes and no; `undefined` for anything else. */
export function toBoolean(value: string | number | boolean): boolean | undefined {
  const text = String(value).trim().toLowerCase()
  if (yes.has(text)) return true
  return no.has(text) ? false : undefined
}
