const address = /https?:\/\/\S+/gi

/**
 * A value as Discord shows it letter for letter: no markup, no masked link, nobody alerted. Web addresses stay links, so
 * in them the signs of markup are percent-encoded.
 */
export function escapeDiscord(value: string): string {
  let escaped = ''
  let end = 0
  for (const match of value.matchAll(address)) {
    escaped += escapeWords(value.slice(end, match.index)) + encodeSigns(match[0])
    end = match.index + match[0].length
  }
  return escaped + escapeWords(value.slice(end))
}

function escapeWords(text: string): string {
  return (
    text
      .replaceAll(/[\\*_~|<>#[\]()`]/g, String.raw`\$&`)
      // What begins a list at the start of a line.
      .replaceAll(/^([ \t]*)-(?=\s)/gm, String.raw`$1\-`)
      .replaceAll(/@(?=everyone|here)/g, '@\u200b')
  )
}

function encodeSigns(text: string): string {
  return text.replaceAll(
    /[\\*|<>[\]()`@]/g,
    (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  )
}
