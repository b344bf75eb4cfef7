import { expect, test } from '@jest/globals'

import { addressHash } from '../../../src/channels/addressHash.ts'
import { normalAddress } from '../../../src/channels/normalAddress.ts'
import { shownAddress } from '../../../src/channels/shownAddress.ts'

test.each([
  [' Anna@Example.COM ', 'anna@example.com', 'a•••@example.com'],
  ['+7 (916) 123-45-67', '+79161234567', '+7916•••4567'],
  ['12345', '12345', '•••'],
  ['@', '@', '•••'],
])('%j is kept as %s and shown as %s', (given, normal, shown) => {
  expect(normalAddress(given)).toBe(normal)
  expect(shownAddress(normal)).toBe(shown)
})

test('one address has one hash in each channel', () => {
  const hash = addressHash('sms', '+7 916 123-45-67')
  expect(hash).toBe(addressHash('sms', '+79161234567'))
  expect(hash).toMatch(/^[\da-f]{64}$/)
  expect(hash).not.toBe(addressHash('whatsapp', '+79161234567'))
})
