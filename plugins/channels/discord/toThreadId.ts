import { discordError } from './discordError.ts'

/** The id of a thread, kept as text since it passes 53 bits; null for none. @throws FlowError FLOW_DISCORD_THREAD_INVALID */
export function toThreadId(text: string): string | null {
  const given = text.trim()
  if (given === '') return null
  if (!/^\d{1,25}$/.test(given)) throw discordError.threadInvalid(text)
  return given
}
