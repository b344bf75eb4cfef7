import { htmlTokens } from './htmlTokens.ts'

/** The text of HTML made by `telegramHtml`, for readers without markup; addresses of links stay. */
export function plainTelegramText(html: string): string {
  const withoutTags = html
    .replaceAll(/<a href="([^"]*)">(.*?)<\/a>/gs, '$2 ($1)')
    .replaceAll(/<[^>]*>/g, '')
  return htmlTokens(withoutTags)
    .map((token) => (token.kind === 'text' ? token.text : token.source))
    .join('')
}
