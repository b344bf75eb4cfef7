import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { type AddressClass, classifyAddress } from '../../../src/egress/classifyAddress.ts'

describe('classifyAddress', () => {
  const rows: [string, AddressClass][] = [
    ['8.8.8.8', 'public'],
    ['100.63.255.254', 'public'],
    ['100.64.0.0', 'private'],
    ['100.127.255.255', 'private'],
    ['100.128.0.1', 'public'],
    ['127.0.0.1', 'loopback'],
    ['10.1.2.3', 'private'],
    ['169.254.169.254', 'forbidden'],
    ['0.0.0.0', 'forbidden'],
    ['224.0.0.1', 'forbidden'],
    ['255.255.255.255', 'forbidden'],
    ['192.52.193.1', 'forbidden'],
    ['100.100.100.200', 'forbidden'],
    ['168.63.129.16', 'forbidden'],
    ['::1', 'loopback'],
    ['::', 'forbidden'],
    ['fd12::1', 'private'],
    ['fd00:ec2::254', 'forbidden'],
    ['fd00:0ec2:0::0254', 'forbidden'],
    ['64:ff9c::1', 'public'],
    ['64:ff9b::808:808', 'public'],
    ['64:ff9b::a00:1', 'forbidden'],
    ['64:ff9b:1::808:808', 'forbidden'],
    ['2606:4700::1', 'public'],
    ['2606:4700::1%eth0', 'forbidden'],
    ['fe80::1%lo', 'forbidden'],
    ['2001:db8::', 'forbidden'],
    ['2001:200::1', 'public'],
    ['3ffe::1', 'public'],
    ['3fff:1000::1', 'public'],
    ['3fff:fff::1', 'forbidden'],
    ['2a00::5efe:808:808', 'forbidden'],
    ['2a00::5eff:808:808', 'public'],
    ['::ffff:8.8.8.8', 'forbidden'],
  ]
  test.each(rows)('%s is %s', (address, expected) => {
    expect(classifyAddress(address)).toBe(expected)
  })

  test.each([
    '',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
    '010.0.0.1',
    '1.2.3',
    '[::1]',
    ' 8.8.8.8',
    '8.8.8.8/8',
    '::g',
  ])('%j is not an address and therefore forbidden', (text) => {
    expect(classifyAddress(text)).toBe('forbidden')
  })

  test('no IPv4 address becomes better by being wrapped in IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const plain = classifyAddress(address)
        for (const wrapped of [
          `::ffff:${address}`,
          `::${address}`,
          `::ffff:0:${address}`,
          `64:ff9b:1::${address}`,
        ]) {
          expect(['forbidden', 'loopback']).toContain(classifyAddress(wrapped))
        }
        expect(classifyAddress(`64:ff9b::${address}`)).toBe(
          plain === 'public' ? 'public' : 'forbidden',
        )
      }),
    )
  })
})
