/** The accounts that the fakes know. The password has signs that forms write in their own way. */
export const smsFakeAccounts = {
  smsru: { account: '', apiKey: 'B3421EE9-59F2-27AF-FA18-2CE9AC127B0F', sender: 'MyShop' },
  smsc: { account: 'shop', apiKey: "pa!ss'w(o)rd~9", sender: 'MyShop' },
  mobizon: { account: '', apiKey: 'kzaade29a80992a24158ccf37b41a45c1d35573a', sender: 'MyShop' },
  twilio: {
    account: 'AC00000000000000000000000000000001',
    apiKey: 'fakeAuthTokenOfTwilio0123456789a',
    sender: '+15005550006',
  },
} as const

/** Numbers of the fakes' world, in E.164, with what is wrong with them. */
export const smsFakeNumbers = {
  good: '+79161234567',
  impossible: '+79990000001',
  optedOut: '+79990000002',
  repeated: '+79990000003',
} as const
