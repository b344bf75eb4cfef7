import { describe, expect, test } from '@jest/globals'

import { subscriberLinks } from '../../../collections/marketing/newsletter/subscriberLinks.ts'
import { truncatedAddress } from '../../../collections/marketing/newsletter/truncatedAddress.ts'
import { mailVerdict } from '../../../collections/marketing/sending/mailVerdict.ts'
import { trackingLinks } from '../../../collections/marketing/tracking/trackingLinks.ts'

describe('where consent was given', () => {
  test.each([
    ['203.0.113.57', '203.0.113.0'],
    ['::ffff:203.0.113.57', '203.0.113.0'],
    ['2001:db8:85a3:8d3:1319:8a2e:370:7348', '2001:db8:85a3::'],
    ['2001:db8::1', '2001:db8:0::'],
    ['::1', '0:0:0::'],
    ['unknown', null],
    ['', null],
  ])('%s → %s', (address, network) => {
    expect(truncatedAddress(address)).toBe(network)
  })
})

describe('what a mail error means', () => {
  test.each([
    [{ code: 'ECONNECTION' }, 'stop'],
    [{ code: 'EAUTH', responseCode: 535, response: '535 5.7.8 no' }, 'stop'],
    [{ responseCode: 421, response: '421 closing' }, 'stop'],
    [{ code: 'EENVELOPE', responseCode: 450, response: '450 4.2.1' }, 'later'],
    [{ code: 'EENVELOPE', responseCode: 550, response: '550 5.1.1 unknown' }, 'bounced'],
    [{ code: 'EENVELOPE', responseCode: 550, response: '550 5.7.1 policy' }, 'refused'],
    [{ responseCode: 552, response: '552 5.2.2 mailbox full' }, 'refused'],
    [new Error('a bug'), 'refused'],
    ['nonsense', 'refused'],
  ])('%j → %s', (error, kind) => {
    expect(mailVerdict(error).kind).toBe(kind)
  })
})

describe('signed links', () => {
  const config = { serverURL: 'https://shop.example/', routes: { api: '/api' } }
  const site = { config, secret: 'a' } as unknown as Parameters<typeof trackingLinks.open>[0]
  const tokenOf = (url: string): string => url.split(/token=|\/click\/|\/open\//).at(-1) ?? ''

  test('say what they said', () => {
    const target = 'https://a.example/?x=1 2'
    expect(trackingLinks.readClick(site, tokenOf(trackingLinks.click(site, '7', target)))).toEqual({
      recipientId: '7',
      target,
    })
    const leave = subscriberLinks.unsubscribe(site, { subscriberId: '5', recipientId: '7' })
    expect(leave).toMatch(/^https:\/\/shop\.example\/api\/newsletter-subscribers\/unsubscribe\?/)
    expect(subscriberLinks.readUnsubscribe(site, tokenOf(leave))).toEqual({
      subscriberId: '5',
      recipientId: '7',
    })
  })

  test('of one purpose open nothing of another', () => {
    const leave = tokenOf(
      subscriberLinks.unsubscribe(site, { subscriberId: '5', recipientId: undefined }),
    )
    expect(subscriberLinks.readConfirm(site, leave, 0)).toBeUndefined()
    expect(trackingLinks.readOpen(site, leave)).toBeUndefined()
  })

  test('too long to be signed lead there directly rather than nowhere', () => {
    const target = `https://a.example/?${'x'.repeat(3000)}`
    expect(trackingLinks.click(site, '7', target)).toBe(target)
  })
})
