/** Text for LIKE and ILIKE that means itself. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
