import { expect, test } from '@jest/globals'

import { createCallbackKeys } from '../../../src/delivery/callbackKeys.ts'

const keys = createCallbackKeys({
  secret: 'a secret of the tests',
  serverUrl: 'https://shop.example',
  apiRoute: '/api',
})
const owner = { channel: 'sms', entryId: '67400000' }
const keyOf = (path: string): string => path.split('/').at(-1) ?? ''

test('a key names its channel and entry, or the server’s own account', () => {
  for (const each of [owner, { channel: 'sms', entryId: null }]) {
    expect(keys.publicUrl(each)).toBe(`https://shop.example${keys.path(each)}`)
    expect(keys.read('sms', keyOf(keys.path(each)), 0)).toEqual(each)
  }
})

test('no key of another channel, another site, or nobody opens', () => {
  const key = keyOf(keys.path(owner))
  const other = createCallbackKeys({ secret: 'another', serverUrl: '', apiRoute: '/api' })
  expect(keys.read('whatsapp', key, 0)).toBeUndefined()
  expect(keys.read('sm', key, 0)).toBeUndefined()
  expect(other.read('sms', key, 0)).toBeUndefined()
  expect(keys.read('sms', `${key}x`, 0)).toBeUndefined()
  expect(keys.read('sms', '', 0)).toBeUndefined()
})

test('without the site’s address there is no whole address', () => {
  const local = createCallbackKeys({ secret: 'x', serverUrl: '', apiRoute: '/api' })
  expect(local.publicUrl(owner)).toBeUndefined()
})
