const maxLength = 150
/** Control characters, marks that turn the direction of writing around ("exe.pdf" for "fdp.exe"), halves of characters. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu

/**
 * A name that can be nothing but a file's name: without folders, line breaks and signs that Windows refuses. A slash in
 * the middle becomes a dash, as in "invoice 12/2026.pdf". Empty when nothing is left.
 */
export function cleanFileName(text: string): string {
  const name = text
    .replaceAll(invisible, ' ')
    .split(/[/\\]/)
    .map(withoutDots)
    .filter((part) => part !== '')
    .join('-')
    .replaceAll(/[<>:"|?*]+/g, '-')
    .replaceAll(/\s+/g, ' ')
  return withoutDots(shortened(name))
}

/** Neither hidden nor "..", and no blanks around. */
function withoutDots(text: string): string {
  return text.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '')
}

/** Keeps the extension: without it nobody can open the file. */
function shortened(name: string): string {
  if (name.length <= maxLength) return name
  const extension = /\.[^. ]{1,10}$/.exec(name)?.[0] ?? ''
  const stem = name.slice(0, maxLength - extension.length)
  // A pair that makes one character is not cut apart.
  return `${stem.replace(/[\uD800-\uDBFF]$/, '')}${extension}`
}
