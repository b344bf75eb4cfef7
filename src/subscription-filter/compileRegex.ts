import { RE2JS } from 're2js'

import { filterLimits } from './filterLimits.ts'

/**
 * A linear-time test for a text: RE2 syntax, found anywhere, flags inline as in `(?i)total`.
 * Throws an Error with one readable sentence when the expression is malformed or too large.
 */
export function compileRegex(pattern: string): (text: string) => boolean {
  if (pattern.length > filterLimits.patternLength) {
    throw new Error(`at most ${filterLimits.patternLength} characters`)
  }
  const expression = RE2JS.compile(pattern)
  if (expression.programSize() > filterLimits.patternInstructions) {
    throw new Error('it repeats too much; use smaller counts in {…}')
  }
  return (text) => expression.matcher(text.slice(0, filterLimits.matchedTextLength)).find()
}
