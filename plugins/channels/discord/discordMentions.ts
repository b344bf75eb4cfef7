/** Whom a message may alert, as Discord takes it, and the mentions as they are written. */
export type DiscordMentions = {
  allowed: { parse: 'everyone'[]; roles: string[]; users: string[] }
  written: string[]
}

const liquid = /\{\{.*?\}\}|\{%.*?%\}/gs
const mention = /@everyone\b|@here\b|<@&(\d{1,25})>|<@!?(\d{1,25})>/g
const MAX_IDS = 100

/**
 * The mentions that the author of a template wrote into it. Only these may alert: what a visitor types into a form ends
 * up in values, and must not call a whole server.
 */
export function discordMentions(template: string): DiscordMentions {
  const found = [...template.replaceAll(liquid, ' ').matchAll(mention)]
  const ids = (index: 1 | 2): string[] =>
    [...new Set(found.map((one) => one[index]).filter((id) => id !== undefined))].slice(0, MAX_IDS)
  const written = [...new Set(found.map(([text]) => text))]
  const isForAll = written.some((text) => text.startsWith('@'))
  return {
    allowed: { parse: isForAll ? ['everyone'] : [], roles: ids(1), users: ids(2) },
    written,
  }
}
