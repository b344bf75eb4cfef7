// Two sides of one @ without spaces; whether it exists only a letter shows.
const address = /^[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"]{1,250}\.[^\s@<>(),;:".]{2,63}$/u

/** The address trimmed and in lower case; `undefined` for what is none. */
export function toEmail(text: string): string | undefined {
  const plain = text.trim().toLowerCase()
  return plain.length <= 254 && address.test(plain) ? plain : undefined
}
