import { expect, test } from '@jest/globals'

import { isYookassaAddress } from '../../../collections/billing/intake/yookassa/isYookassaAddress.ts'
import { paymentIntakeFrom } from '../../../config/paymentIntakeFrom.ts'

const secret = 'a secret of at least 24 bytes'

test('nothing set: nobody is believed', () => {
  expect(paymentIntakeFrom({})).toEqual({})
})

test('secrets may be several, YooKassa needs both of its variables', () => {
  expect(
    paymentIntakeFrom({
      FLOWMASTERS_PAYMENT_SECRET: `${secret}, whsec_${Buffer.alloc(32).toString('base64')}`,
      YOOKASSA_SHOP_ID: '1',
      YOOKASSA_SECRET_KEY: 'k',
      YOOKASSA_API_URL: 'http://127.0.0.1:1/v3/',
      CLOUDPAYMENTS_API_SECRET: 'c',
    }),
  ).toEqual({
    generic: { secrets: [secret, `whsec_${Buffer.alloc(32).toString('base64')}`] },
    yookassa: { shopId: '1', secretKey: 'k', apiUrl: 'http://127.0.0.1:1/v3' },
    cloudpayments: { apiSecret: 'c' },
  })
})

test.each([
  [{ FLOWMASTERS_PAYMENT_SECRET: 'short' }, 'FLOW_CONFIG_PAYMENT_SECRET_INVALID'],
  [{ FLOWMASTERS_PAYMENT_SECRET: 'whsec_AAAA' }, 'FLOW_CONFIG_PAYMENT_SECRET_INVALID'],
  [{ YOOKASSA_SHOP_ID: '1' }, 'FLOW_CONFIG_YOOKASSA_INCOMPLETE'],
])('%j is refused', (env, code) => {
  expect(() => paymentIntakeFrom(env)).toThrow(expect.objectContaining({ code }))
})

test.each([
  ['185.71.76.0', true],
  ['185.71.76.31', true],
  ['185.71.76.32', false],
  ['77.75.154.127', false],
  ['77.75.154.128', true],
  ['::ffff:77.75.156.11', true],
  ['2a02:5180::1', true],
  ['2a02:5181::1', false],
  ['unknown', false],
  ['', false],
])('YooKassa sends from %s: %s', (address, isTheirs) => {
  expect(isYookassaAddress(address)).toBe(isTheirs)
})
