import { describe, expect, test } from '@jest/globals'

import { isSecretName } from '../../../src/egress/isSecretName.ts'
import { maskHeaders } from '../../../src/egress/maskHeaders.ts'
import { maskUrl } from '../../../src/egress/maskUrl.ts'

describe('what a log may show', () => {
  test.each([
    'authorization',
    'Authorization',
    'x-api-key',
    'X-Auth',
    'X-Auth-Token',
    'apikey',
    'accessKey',
    'access_token',
    'client_secret',
    'password',
    'cookie',
    'Set-Cookie',
    'x-signature',
    'sig',
    'session_id',
    'proxy-authorization',
    'key',
    'X-Telegram-Bot-Api-Secret-Token',
  ])('%s is a secret', (name) => {
    expect(isSecretName(name)).toBe(true)
  })

  test.each([
    'content-type',
    'webhook-id',
    'author',
    'keyboard',
    'x-request-id',
    'etag',
    'q',
    'monkey',
    'design',
    'retry-after',
  ])('%s is not', (name) => {
    expect(isSecretName(name)).toBe(false)
  })

  test('URLs lose user info and secret parameters and keep the rest', () => {
    expect(maskUrl('https://u:p@h.example/a?q=1&api_key=s3cret&token=t#f')).toBe(
      'https://***:***@h.example/a?q=1&api_key=***&token=***#f',
    )
    expect(maskUrl('https://h.example/a?q=1')).toBe('https://h.example/a?q=1')
    expect(maskUrl('not a url with s3cret')).toBe('***')
  })

  test('headers keep their names', () => {
    expect(
      maskHeaders({ Authorization: 'Bearer x', 'x-a': 'b', 'webhook-signature': 'v1,x' }, [
        'webhook-signature',
      ]),
    ).toEqual({
      Authorization: '***',
      'x-a': 'b',
      'webhook-signature': 'v1,x',
    })
  })
})
