import type { Logger } from '../../../src/kernel/logger.ts'

const shout = (line: Record<string, unknown>): void => {
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

/** Says nothing unless something is wrong. */
export const quietLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: shout,
}
