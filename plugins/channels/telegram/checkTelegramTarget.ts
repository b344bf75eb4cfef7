import { checkTemplates, type TemplateRenderer } from '../../../src/index.ts'
import { telegramError } from './telegramError.ts'
import type { TelegramTarget } from './telegramTarget.ts'
import { toChatId } from './toChatId.ts'
import { toThreadId } from './toThreadId.ts'

/** Finds before saving what would fail on every event: template syntax, a chat or a topic that is none. */
export function checkTelegramTarget(target: TelegramTarget, templates: TemplateRenderer): void {
  const { buttonText, buttonUrl, chatId, previewUrl, text, threadId } = target
  checkTemplates(templates, { chatId, text, threadId, buttonText, buttonUrl, previewUrl })
  if (!chatId.includes('{') && toChatId(chatId) === null) throw telegramError.chatInvalid(chatId)
  if (threadId !== null && !threadId.includes('{')) toThreadId(threadId)
}
