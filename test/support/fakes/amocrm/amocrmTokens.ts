import type { LoopbackReply } from '../startLoopback.ts'
import { amocrmReply } from './amocrmReply.ts'
import { amocrmSchemas } from './amocrmSchemas.ts'

/** The integration that the fake knows. */
export const fakeIntegration = {
  clientId: 'f4ke-integration',
  clientSecret: 'f4ke-client-secret',
  redirectUri: 'https://shop.example.com/amocrm',
} as const
/** A long-lived token, and what gives the first pair of others. */
export const FAKE_AMOCRM_TOKEN = 'f4ke-long-lived-token'
export const FAKE_AMOCRM_CODE = 'f4ke-authorization-code'

/** Tokens of one account: a refresh token is good for one use, so is the code. */
export type AmocrmTokens = {
  /** Those that hold now. */
  current: () => { accessToken: string; refreshToken: string }
  isValid: (authorization: string | undefined) => boolean
  answer: (json: unknown) => LoopbackReply
}

export function createAmocrmTokens(): AmocrmTokens {
  let generation = 1
  let isCodeUsed = false
  const current = () => ({
    accessToken: `f4ke-access-${generation}`,
    refreshToken: `f4ke-refresh-${generation}`,
  })
  const refused = (hint: string): LoopbackReply => ({
    status: 400,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({ hint, title: 'Bad Request', status: 400, detail: 'Wrong parameters' }),
  })
  return {
    current,
    isValid: (authorization) =>
      authorization === `Bearer ${FAKE_AMOCRM_TOKEN}` ||
      authorization === `Bearer ${current().accessToken}`,
    answer: (json) => {
      const read = amocrmSchemas.tokens.safeParse(json)
      if (!read.success) return refused('Check the parameters')
      const { client_id: id, client_secret: secret, redirect_uri: uri } = read.data
      const { clientId, clientSecret, redirectUri } = fakeIntegration
      if (id !== clientId || secret !== clientSecret || uri !== redirectUri)
        return amocrmReply.problem(401, 'Unauthorized', `Wrong client ${secret}`)
      if (read.data.grant_type === 'authorization_code') {
        if (isCodeUsed || read.data.code !== FAKE_AMOCRM_CODE) return refused('Code has expired')
        isCodeUsed = true
      } else if (read.data.refresh_token !== current().refreshToken) {
        return refused('Token has been revoked')
      }
      generation += 1
      const { accessToken, refreshToken } = current()
      return amocrmReply.done({
        token_type: 'Bearer',
        expires_in: 86_400,
        access_token: accessToken,
        refresh_token: refreshToken,
      })
    },
  }
}
