import type { DiscordMentions } from './discordMentions.ts'

/** What Discord bears, in characters. */
export const discordLimits = {
  content: 2000,
  title: 256,
  description: 4096,
  username: 80,
  threadName: 100,
} as const

/** The body of a message as the channel writes it. */
export type DiscordMessage = {
  content?: string
  embeds?: {
    title: string
    description?: string
    url?: string
    color?: number
    timestamp: string
  }[]
  username?: string
  avatar_url?: string
  thread_name?: string
  flags?: number
  allowed_mentions: DiscordMentions['allowed']
}
