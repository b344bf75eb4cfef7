import { FlowError, quoteOf } from '../../../src/index.ts'

const shown = (text: string): string => JSON.stringify(quoteOf(text).slice(0, 100))

/** What can be wrong with a Telegram message before it is sent. */
export const telegramError = {
  tokenMissing: () =>
    new FlowError({
      code: 'FLOW_TELEGRAM_TOKEN_MISSING',
      message: 'no bot token is set.',
      hint: 'Give the token in the subscription, or set TELEGRAM_BOT_TOKEN.',
      details: { field: 'botToken' },
      status: 400,
    }),
  tokenInvalid: () =>
    new FlowError({
      code: 'FLOW_TELEGRAM_TOKEN_INVALID',
      message: 'the bot token is malformed.',
      hint: 'Copy it from @BotFather; it reads like 123456789:AAF….',
      details: { field: 'botToken' },
      status: 400,
    }),
  chatInvalid: (chat: string) =>
    new FlowError({
      code: 'FLOW_TELEGRAM_CHAT_INVALID',
      message: `${shown(chat)} is not a Telegram chat.`,
      hint: 'Write the id of the chat, such as -1001234567890, or the @name of a public channel or group.',
      details: { field: 'chatId', chat: shown(chat) },
      status: 400,
    }),
  chatEmpty: () =>
    new FlowError({
      code: 'FLOW_TELEGRAM_CHAT_EMPTY',
      message: 'there is no chat to write to: the value in "Chat" is empty for this event.',
      hint: 'Name a fallback: {{ data.current.telegramId | default: "-1001234567890" }}.',
      details: { field: 'chatId' },
      status: 400,
    }),
  topicInvalid: (topic: string) =>
    new FlowError({
      code: 'FLOW_TELEGRAM_TOPIC_INVALID',
      message: `${shown(topic)} is not a number of a topic.`,
      hint: 'Write a whole number such as 42, or leave it empty.',
      details: { field: 'threadId', topic: shown(topic) },
      status: 400,
    }),
  textEmpty: () =>
    new FlowError({
      code: 'FLOW_TELEGRAM_TEXT_EMPTY',
      message: 'the text of the message is empty for this event.',
      hint: 'Add some words that do not depend on the event.',
      details: { field: 'text' },
      status: 400,
    }),
  textTooLong: (most: number) =>
    new FlowError({
      code: 'FLOW_TELEGRAM_TEXT_TOO_LONG',
      message: `the text of the message is longer than ${most} characters for this event.`,
      hint: 'Shorten it, or choose that texts which are too long are cut, or go out as several messages.',
      details: { field: 'text', most },
      status: 400,
    }),
}
