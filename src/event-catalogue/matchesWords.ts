/** Whether every word of a search occurs in the text; case, and е or ё, do not matter. An empty search matches. */
export function matchesWords(text: string, search: string): boolean {
  const plain = folded(text)
  return folded(search)
    .split(/\s+/)
    .every((word) => plain.includes(word))
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}
