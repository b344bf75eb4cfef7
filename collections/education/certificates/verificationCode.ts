import { randomInt } from 'node:crypto'

/** Crockford's base 32: no letter that is read as a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 20

/** Codes that prove a certificate: 100 random bits that a person can copy from paper. */
export const verificationCode = {
  /** A new code in groups of five, such as `7K2QX-9DM4T-…`. */
  create: (): string =>
    grouped(Array.from({ length: LENGTH }, () => alphabet.charAt(randomInt(alphabet.length)))),

  /** A code as somebody typed it, in the form it is stored; undefined when it cannot be one. */
  parse: (typed: string): string | undefined => {
    if (typed.length > 100) return undefined
    const letters = typed
      .toUpperCase()
      .replace(/[\s-]/g, '')
      .replaceAll('O', '0')
      .replace(/[IL]/g, '1')
    const isCode = letters.length === LENGTH && [...letters].every((one) => alphabet.includes(one))
    return isCode ? grouped([...letters]) : undefined
  },
}

function grouped(letters: readonly string[]): string {
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-')
}
