import type { MessagePreview, PreviewInput } from '../../../src/index.ts'
import { renderTelegram } from './renderTelegram.ts'
import { plainTelegramText } from './plainTelegramText.ts'
import type { TelegramTarget } from './telegramTarget.ts'

/** The message as it would be sent. Throws FLOW_TEMPLATE_… and FLOW_TELEGRAM_… errors. */
export async function previewTelegram(
  input: PreviewInput<TelegramTarget>,
): Promise<MessagePreview> {
  const { messages } = await renderTelegram(input)
  const [first, ...others] = messages
  const isHtml = messages.every(({ parse_mode: mode }) => mode === 'HTML')
  const texts = messages.map(({ text }) => text)
  const plain = messages.map(({ parse_mode: mode, text }) =>
    mode === 'HTML' ? plainTelegramText(text) : text,
  )
  return {
    to: String(first?.chat_id ?? ''),
    text: plain.join('\n\n'),
    ...(isHtml ? { html: texts.join('\n\n').replaceAll('\n', '<br>\n') } : {}),
    json: others.length === 0 ? { ...first } : { messages },
  }
}
