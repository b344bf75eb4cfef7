/** The part of pino's interface the engine uses; `payload.logger` fits. One wide object per line. */
export type Logger = {
  debug: (line: Record<string, unknown>) => void
  info: (line: Record<string, unknown>) => void
  warn: (line: Record<string, unknown>) => void
  error: (line: Record<string, unknown>) => void
}
