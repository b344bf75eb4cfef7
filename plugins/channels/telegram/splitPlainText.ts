import { splitPlace } from './splitPlace.ts'

/** A text as pieces of at most `maxLength` UTF-16 units, of which none is empty; blanks where they meet are gone. */
export function splitPlainText(source: string, maxLength: number): string[] {
  const pieces: string[] = []
  let rest = source.trim()
  while (rest !== '') {
    const end = splitPlace(rest, maxLength, maxLength)
    pieces.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return pieces
}
