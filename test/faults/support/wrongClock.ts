/** Options for Node that set the wall clock of a process wrong by `shiftMs` before anything else is loaded. */
export function wrongClock(shiftMs = 0): string[] {
  if (shiftMs === 0) return []
  const program = `
globalThis.Date = new Proxy(Date, {
  construct: (date, given, self) => Reflect.construct(date, given.length > 0 ? given : [date.now() + ${shiftMs}], self),
  apply: (date) => new date(date.now() + ${shiftMs}).toString(),
  get: (date, name) => (name === 'now' ? () => date.now() + ${shiftMs} : Reflect.get(date, name)),
})`
  return ['--import', `data:text/javascript,${encodeURIComponent(program)}`]
}
