/** A sentence with its `{name}` places filled; a place without a parameter stays as it is. */
export function fillWords(
  sentence: string,
  params: Readonly<Record<string, string | number>>,
): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
}
