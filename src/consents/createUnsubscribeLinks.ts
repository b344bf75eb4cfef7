import { createTokenSigner, type TokenSigner } from '../credentials/signedToken.ts'

/** What a link proves: that we wrote to this address, through this channel. */
export type UnsubscribeClaim = {
  /** What stops: everything that is marketing, through this channel. */
  scope: 'marketing'
  channel: string
  /** As the channel wrote to it. */
  address: string
}

/** Links that end a consent. They never expire: a letter may be opened after years. */
export type UnsubscribeLinks = {
  url: (claim: UnsubscribeClaim) => string
  /** `undefined` for anything that was not signed here. */
  read: (token: string) => UnsubscribeClaim | undefined
}

/** What links are made of. */
export type UnsubscribeSite = {
  secret: string
  /** Where readers reach the API, such as `https://shop.example/api`. */
  apiUrl: string
}

/** The site is asked for with the first link, when it has started. */
export function createUnsubscribeLinks(site: () => UnsubscribeSite): UnsubscribeLinks {
  let known: { signer: TokenSigner; apiUrl: string } | undefined
  const tools = () => {
    if (known) return known
    const { apiUrl, secret } = site()
    known = { signer: createTokenSigner(secret, 'marketing-unsubscribe'), apiUrl }
    return known
  }
  return {
    url: ({ address, channel, scope }) => {
      const { apiUrl, signer } = tools()
      const token = signer.sign({ subject: [scope, channel, address].join('\n') })
      return `${apiUrl}/consents/unsubscribe?token=${token}`
    },
    read: (token) => {
      const claims = tools().signer.read(token, 0)
      if (!claims) return undefined
      const [scope, channel = '', ...address] = claims.subject.split('\n')
      if (scope !== 'marketing') return undefined
      return { scope, channel, address: address.join('\n') }
    },
  }
}
