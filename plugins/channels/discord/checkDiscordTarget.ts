import { checkTemplates, type TemplateRenderer } from '../../../src/index.ts'
import { discordError } from './discordError.ts'
import type { DiscordTarget } from './discordTarget.ts'
import { toThreadId } from './toThreadId.ts'

/** Finds before saving what would fail on every event: template syntax, a thread that is none, two places at once. */
export function checkDiscordTarget(target: DiscordTarget, templates: TemplateRenderer): void {
  const { avatarUrl, text, threadId, threadName, title, titleUrl, username } = target
  checkTemplates(templates, { text, title, titleUrl, username, avatarUrl, threadId, threadName })
  if (threadId !== null && threadName !== null) throw discordError.threadTwice()
  if (threadId !== null && !threadId.includes('{')) toThreadId(threadId)
}
