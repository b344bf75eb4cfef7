// Quotes, brackets, commas, spaces and control characters are legal in no address anybody uses, and are how headers
// and extra recipients are smuggled in.
const local = /^[^\s@<>(),;:"\\[\]\p{C}]{1,64}$/u
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u
const maxLength = 254

/** Whether a text is exactly one plain address such as `anna@example.com`; names and groups are not. */
export function isMailAddress(text: string): boolean {
  if (text.length > maxLength) return false
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1)
  const labels = domain.split('.')
  const isDomain = labels.length > 1 || domain === 'localhost'
  return (
    at > 0 && local.test(text.slice(0, at)) && isDomain && labels.every((one) => label.test(one))
  )
}
