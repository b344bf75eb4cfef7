/** A value as text of `telegramMarkdown`, wherever it stands: every mark, and the backslash itself, behind a backslash. */
export function escapeTelegramMarkdown(value: string): string {
  return value.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&')
}
