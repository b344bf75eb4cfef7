import { describe, expect, test } from '@jest/globals'

import { egressStage } from './egressStage.ts'

const { client, receiver, post, codeOf } = egressStage()

describe('request headers', () => {
  test.each([
    'host',
    'Host',
    'content-length',
    'Transfer-Encoding',
    'connection',
    'keep-alive',
    'proxy-authorization',
    'proxy-connection',
    'te',
    'trailer',
    'upgrade',
    'expect',
    'accept-encoding',
  ])('%s belongs to the connection', async (name) => {
    const target = await receiver((_, response) => response.end())
    expect(await codeOf(client().send(post(target.url, { headers: { [name]: 'x' } })))).toBe(
      'FLOW_EGRESS_INVALID_REQUEST',
    )
    expect(target.connections()).toBe(0)
  })

  test.each([
    ['x-a', 'b\r\nx-evil: 1'],
    ['x-a', 'b\nc'],
    ['x-a', 'b\rc'],
    ['x-a', 'b\u0000c'],
    ['x-a', 'привет'],
    ['x-a\r\nx-b', 'c'],
    ['x a', 'b'],
    ['', 'b'],
    ['x:a', 'b'],
    ['x-a', 'b\u010ac'],
  ])('%j: %j cannot end a line or smuggle one', async (name, value) => {
    const target = await receiver((_, response) => response.end())
    expect(await codeOf(client().send(post(target.url, { headers: { [name]: value } })))).toBe(
      'FLOW_EGRESS_INVALID_REQUEST',
    )
    expect(target.connections()).toBe(0)
  })

  test('a path cannot end the request line', async () => {
    let seen: string | undefined
    const { url } = await receiver((request, response) => {
      seen = request.url
      response.end()
    })
    await client().send(post(`${url}/%0d%0aGET%20/x`))
    expect(seen).toBe('/hook/%0d%0aGET%20/x')
  })
})
