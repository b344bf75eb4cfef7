import { escapeTelegramHtml } from './escapeTelegramHtml.ts'
import { htmlTokens } from './htmlTokens.ts'
import { splitPlace } from './splitPlace.ts'
import { telegramHtml } from './telegramHtml.ts'

type OpenTag = { name: string; source: string }

/**
 * HTML as messages of at most `maxLength` UTF-16 units to see, of which none is empty. Tags that are open where one ends are closed in it and
 * opened again in the next.
 */
export function splitTelegramHtml(source: string, maxLength: number): string[] {
  const { html: clean } = telegramHtml(source, Number.POSITIVE_INFINITY)
  const pieces: string[] = []
  const open: OpenTag[] = []
  let html = ''
  let seen = ''
  const end = (): void => {
    const closing = open.map(({ name }) => `</${name}>`).reverse()
    if (seen.trim() !== '') pieces.push(`${html}${closing.join('')}`)
    html = open.map(({ source: start }) => start).join('')
    seen = ''
  }
  const say = (text: string): void => {
    let rest = text
    while (rest !== '') {
      // Blanks where two messages meet are nothing to begin with.
      if (seen === '' && pieces.length > 0) rest = rest.trimStart()
      const place = splitPlace(rest, maxLength - seen.length, maxLength)
      const isWhole = place === rest.length
      const taken = isWhole ? rest : rest.slice(0, place).trimEnd()
      html += escapeTelegramHtml(taken)
      seen += taken
      rest = rest.slice(place)
      if (!isWhole) end()
    }
  }
  for (const token of htmlTokens(clean)) {
    if (token.kind === 'text') say(token.text)
    else {
      html += token.source
      if (token.kind === 'open') open.push(token)
      else open.pop()
    }
  }
  end()
  return pieces
}
