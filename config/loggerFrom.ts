import { type Config, defaultLoggerOptions } from 'payload'

type Env = Readonly<Record<string, string | undefined>>

/** How the log is written: JSON lines for collectors when FLOWMASTERS_LOG_FORMAT says so, else Payload's lines for people. */
export function loggerFrom(env: Env): Config['logger'] {
  const level = env['FLOWMASTERS_LOG_LEVEL']
  if (env['FLOWMASTERS_LOG_FORMAT'] === 'json') return { options: { level: level || 'debug' } }
  return level ? { options: { level }, destination: defaultLoggerOptions } : undefined
}
