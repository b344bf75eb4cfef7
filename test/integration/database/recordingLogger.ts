import type { Logger } from '../../../src/kernel/logger.ts'

/** A logger that keeps the messages for the test to look at. */
export const recordingLogger = (): Logger & { messages: string[] } => {
  const messages: string[] = []
  const record = (line: Record<string, unknown>): void => {
    messages.push(String(line['msg']))
  }
  return { messages, debug: record, info: record, warn: record, error: record }
}
