import { type Channel, cutText, defineChannel } from '../../../src/index.ts'
import { checkTelegramTarget } from './checkTelegramTarget.ts'
import { deliverTelegram } from './deliverTelegram.ts'
import { previewTelegram } from './previewTelegram.ts'
import { checkTelegramToken } from './checkTelegramToken.ts'
import { telegramRecipients } from './renderTelegram.ts'
import { telegramAccount } from './telegramAccount.ts'
import { telegramFields } from './telegramFields.ts'
import { MAX_TEXT } from './telegramMessage.ts'
import { telegramReasons } from './telegramReasons.ts'
import { type TelegramTarget, telegramTarget } from './telegramTarget.ts'
import { testTelegram } from './testTelegram.ts'

/** How the channel is set up in code; empty means the default. */
export type TelegramChannelOptions = {
  /** Where the Bot API is: a server of one's own or a fake. @default 'https://api.telegram.org' */
  apiUrl?: string | undefined
  /** Token for subscriptions that bring none. */
  botToken?: string | undefined
}

/** Writes to a chat, a group or a channel of Telegram as a bot. */
export function createTelegramChannel({
  apiUrl,
  botToken,
}: TelegramChannelOptions = {}): Channel<TelegramTarget> {
  const readAccount = (secrets: Record<string, string>) =>
    telegramAccount(secrets['botToken'] || botToken, apiUrl || 'https://api.telegram.org')
  return defineChannel<TelegramTarget>({
    slug: 'telegram',
    label: { en: 'Telegram', ru: 'Телеграм' },
    description: {
      en: 'Writes to a chat, a group or a channel as your bot.',
      ru: 'Пишет в чат, группу или канал от имени вашего бота.',
    },
    fields: telegramFields,
    target: telegramTarget,
    checkSecret: (_, value) => checkTelegramToken(value),
    validate: async (target, { templates }) => checkTelegramTarget(target, templates),
    describeTarget: ({ chatId, threadId }) => {
      const topic = threadId === null ? '' : ` / ${cutText(threadId.trim(), 30)}`
      return `Telegram ${cutText(chatId, 80)}${topic}`.replaceAll(/\s+/g, ' ')
    },
    reasons: telegramReasons,
    capabilities: { text: true, html: true, buttons: true },
    limits: { textLength: MAX_TEXT, requestsPerSecond: 30 },
    testConnection: (input) => testTelegram(input, readAccount),
    recipients: telegramRecipients,
    addressKind: 'chat',
    preview: previewTelegram,
    deliver: (input) => deliverTelegram(input, readAccount),
  })
}
