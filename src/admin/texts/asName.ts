/** A sentence used as a name: "An order was paid." loses its full stop in lists and chips. */
export function asName(sentence: string): string {
  return sentence.endsWith('.') ? sentence.slice(0, -1) : sentence
}
