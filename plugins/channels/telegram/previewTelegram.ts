import type { MessagePreview, PreviewInput } from '../../../src/index.ts'
import { renderTelegram } from './renderTelegram.ts'
import { plainTelegramText } from './plainTelegramText.ts'
import type { TelegramTarget } from './telegramTarget.ts'

/** The message as it would be sent. Throws FLOW_TEMPLATE_… and FLOW_TELEGRAM_… errors. */
export async function previewTelegram(
  input: PreviewInput<TelegramTarget>,
): Promise<MessagePreview> {
  const { message } = await renderTelegram(input)
  const { chat_id: chat, parse_mode: mode, text } = message
  return {
    to: String(chat),
    text: mode === 'HTML' ? plainTelegramText(text) : text,
    ...(mode === 'HTML' ? { html: text.replaceAll('\n', '<br>\n') } : {}),
    json: message,
  }
}
