// Liquid first, so that a comma inside {{ … }} does not split.
const piece = /\{\{.*?\}\}|\{%.*?%\}|,|[^,{]+|\{/gs

/**
 * Cuts the "To" line at its commas, leaving Liquid whole. One piece gives one address: a value of the event, which a
 * stranger may have typed, can thus never add recipients.
 */
export function splitRecipients(to: string): string[] {
  const parts = ['']
  for (const [token] of to.matchAll(piece)) {
    if (token === ',') parts.push('')
    else parts.push((parts.pop() ?? '') + token)
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
