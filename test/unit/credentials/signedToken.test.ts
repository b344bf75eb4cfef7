import { describe, expect, test } from '@jest/globals'

import { createTokenSigner } from '../../../src/credentials/signedToken.ts'

const signer = createTokenSigner('the secret of the site', 'newsletter-unsubscribe')
const now = Date.parse('2026-11-21T10:00:00Z')
const partsOf = (token: string): [string, string] => {
  const [body = '', mac = ''] = token.split('.')
  return [body, mac]
}
const encode = (claims: unknown): string =>
  Buffer.from(JSON.stringify(claims)).toString('base64url')

describe('a signed link', () => {
  test.each([
    [{ subject: 'subscriber-1' }],
    [{ subject: 'Иван & "co"/?#', expiresAt: now + 1 }],
    [{ subject: '' }],
  ])('opens as it was signed: %j', (claims) => {
    const token = signer.sign(claims)
    expect(token).toMatch(/^[\w-]+\.[\w-]{43}$/)
    expect(signer.read(token, now)).toEqual(claims)
  })

  test('ends on the millisecond', () => {
    const token = signer.sign({ subject: 'a', expiresAt: now })
    expect(signer.read(token, now - 1)).toEqual({ subject: 'a', expiresAt: now })
    expect(signer.read(token, now)).toBeUndefined()
    expect(signer.read(token, now + 1)).toBeUndefined()
  })

  test('without an end lasts for ever', () => {
    expect(signer.read(signer.sign({ subject: 'a' }), Number.MAX_SAFE_INTEGER)).toEqual({
      subject: 'a',
    })
  })

  test('of another purpose or another site does not open', () => {
    const token = signer.sign({ subject: 'a' })
    const click = createTokenSigner('the secret of the site', 'campaign-click')
    const elsewhere = createTokenSigner('another secret', 'newsletter-unsubscribe')
    expect(click.read(token, now)).toBeUndefined()
    expect(elsewhere.read(token, now)).toBeUndefined()
    // Two names of one purpose are one purpose.
    const again = createTokenSigner('the secret of the site', 'newsletter-unsubscribe')
    expect(again.read(token, now)).toEqual({ subject: 'a' })
  })

  test('with any one character changed does not open', () => {
    const token = signer.sign({ subject: 'subscriber-1', expiresAt: now + 1_000 })
    for (let index = 0; index < token.length; index += 1) {
      const other = token[index] === 'A' ? 'B' : 'A'
      const forged = token.slice(0, index) + other + token.slice(index + 1)
      // The last character of 32 bytes in base64url carries two bits that mean nothing.
      const sameBytes = Buffer.from(partsOf(forged)[1], 'base64url').equals(
        Buffer.from(partsOf(token)[1], 'base64url'),
      )
      if (partsOf(forged)[0] === partsOf(token)[0] && sameBytes) continue
      expect(signer.read(forged, now)).toBeUndefined()
    }
  })

  const [body, mac] = partsOf(signer.sign({ subject: 'a', expiresAt: now - 1 }))
  test.each([
    ['nothing', ''],
    ['a dot', '.'],
    ['claims alone', body],
    ['claims and an empty signature', `${body}.`],
    ['a signature alone', `.${mac}`],
    ['half a signature', `${body}.${mac.slice(0, 20)}`],
    ['a signature and more', `${body}.${mac}AAAA`],
    ['a third part', `${signer.sign({ subject: 'a' })}.x`],
    ['a new end on an old signature', `${encode({ s: 'a', e: now + 1_000 })}.${mac}`],
    ['no end on an old signature', `${encode({ s: 'a' })}.${mac}`],
    ['another subject on an old signature', `${encode({ s: 'b', e: now - 1 })}.${mac}`],
    ['text that is no JSON', `${Buffer.from('hello').toString('base64url')}.${mac}`],
    ['letters no base64 has', 'ж.ж'],
    ['NUL', '\0.\0'],
  ])('made of %s does not open, and throws nothing', (_what, token) => {
    expect(signer.read(token, now)).toBeUndefined()
  })

  test('longer than 2,000 characters is not even looked at', () => {
    const longest = signer.sign({ subject: 'x'.repeat(1_450) })
    expect(longest.length).toBeLessThanOrEqual(2_000)
    expect(signer.read(longest, now)?.subject).toHaveLength(1_450)
    const tooLong = signer.sign({ subject: 'x'.repeat(1_500) })
    expect(tooLong.length).toBeGreaterThan(2_000)
    expect(signer.read(tooLong, now)).toBeUndefined()
  })
})
