import type { Logger } from '../kernel/logger.ts'

const format = ({ msg, ...rest }: Record<string, unknown>): string => {
  const facts = Object.entries(rest).map(([name, value]) => `${name}=${String(value)}`)
  return [String(msg), ...facts].join(' ')
}

/** Plain lines for the person who starts the application; Payload's logger takes over when it is up. */
export const consoleLogger: Logger = {
  debug: () => undefined,
  info: (line) => console.log(`[flowmasters] ${format(line)}`),
  warn: (line) => console.warn(`[flowmasters] warning: ${format(line)}`),
  error: (line) => console.error(`[flowmasters] error: ${format(line)}`),
}
