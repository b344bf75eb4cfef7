/** Characters of one message, counted without markup. */
export const MAX_TEXT = 4096

/** The arguments of `sendMessage` that the channel uses, as the Bot API names them. */
export type TelegramMessage = {
  chat_id: number | string
  text: string
  parse_mode?: 'HTML'
  message_thread_id?: number
  disable_notification?: boolean
  protect_content?: boolean
  link_preview_options?: {
    is_disabled?: boolean
    url?: string
    prefer_large_media?: boolean
    show_above_text?: boolean
  }
  reply_markup?: { inline_keyboard: { text: string; url: string }[][] }
}
