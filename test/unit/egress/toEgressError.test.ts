import { readFileSync } from 'node:fs'

import { describe, expect, test } from '@jest/globals'

import { egressError } from '../../../src/egress/egressError.ts'
import { isEgressError } from '../../../src/egress/isEgressError.ts'
import { isFinalEgressError } from '../../../src/egress/isFinalEgressError.ts'
import { onAbort } from '../../../src/egress/onAbort.ts'
import { toEgressError } from '../../../src/egress/toEgressError.ts'
import { userAgent } from '../../../src/egress/userAgent.ts'

describe('toEgressError', () => {
  test.each([
    ['ECONNREFUSED', 'FLOW_EGRESS_CONNECTION'],
    ['ECONNRESET', 'FLOW_EGRESS_CONNECTION'],
    ['EPIPE', 'FLOW_EGRESS_CONNECTION'],
    ['UND_ERR_SOCKET', 'FLOW_EGRESS_CONNECTION'],
    ['UND_ERR_HEADERS_OVERFLOW', 'FLOW_EGRESS_CONNECTION'],
    ['HPE_INVALID_CONSTANT', 'FLOW_EGRESS_CONNECTION'],
    ['ETIMEDOUT', 'FLOW_EGRESS_TIMEOUT'],
    ['UND_ERR_CONNECT_TIMEOUT', 'FLOW_EGRESS_TIMEOUT'],
    ['CERT_HAS_EXPIRED', 'FLOW_EGRESS_TLS'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'FLOW_EGRESS_TLS'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'FLOW_EGRESS_TLS'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'FLOW_EGRESS_TLS'],
    ['UND_ERR_INVALID_ARG', 'FLOW_EGRESS_INVALID_REQUEST'],
    ['UND_ERR_DESTROYED', 'FLOW_EGRESS_ABORTED'],
  ])('%s becomes %s', (code, expected) => {
    const error = toEgressError(Object.assign(new Error('x'), { code }))
    expect(error.code).toBe(expected)
    expect(error.details['reason']).toBe(code)
    expect(error.hint).toEqual(expect.any(String))
  })

  test('several failed addresses are named by the first', () => {
    const each = Object.assign(new Error('x'), { code: 'ETIMEDOUT' })
    expect(toEgressError(new AggregateError([each])).code).toBe('FLOW_EGRESS_TIMEOUT')
    expect(toEgressError('odd').code).toBe('FLOW_EGRESS_CONNECTION')
  })

  test('our own errors pass untouched; only refusals of our side are final', () => {
    const dns = egressError({ code: 'FLOW_EGRESS_DNS', message: 'x' })
    expect(toEgressError(dns)).toBe(dns)
    expect(isEgressError(dns)).toBe(true)
    expect(isEgressError(new Error('x'))).toBe(false)
    expect(isFinalEgressError(dns)).toBe(false)
    expect(
      isFinalEgressError(egressError({ code: 'FLOW_EGRESS_FORBIDDEN_TARGET', message: 'x' })),
    ).toBe(true)
  })
})

describe('onAbort', () => {
  test('wakes everyone still listening, once', () => {
    const controller = new AbortController()
    const woken: string[] = []
    onAbort(controller.signal, () => woken.push('first'))
    const stop = onAbort(controller.signal, () => woken.push('second'))
    onAbort(controller.signal, () => woken.push('third'))
    stop()
    controller.abort()
    expect(woken).toEqual(['first', 'third'])
  })
})

test('the user agent names the package version', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(userAgent).toBe(`FlowMasters/${version}`)
})
