import * as z from 'zod'

import { callService, createTokenCache, type TokenCache } from '../../../src/index.ts'
import type { LptrackerAccount } from './lptrackerAccount.ts'
import { lptrackerAnswer } from './lptrackerAnswer.ts'
import { lptrackerOutcome } from './lptrackerOutcome.ts'

const given = z.object({ token: z.string().min(1) })

/** Tokens of logins, kept until LPTracker takes them no longer. */
export function createLptrackerTokens(): TokenCache<LptrackerAccount> {
  return createTokenCache({
    nameOf: ({ apiUrl, login, password }) => [apiUrl, login, password],
    ask: async ({ apiUrl, login, password }, { http, now, signal }) => {
      const url = `${apiUrl}/login`
      const json = { login, password, service: 'FlowMasters', version: '1.0' }
      const sent = await callService({ http, signal, url, json, confidential: [password] })
      if (!sent.isAnswer) return { attempt: sent.attempt }
      const answer = lptrackerAnswer(sent)
      const facts = { http: sent, confidential: [password], now: now(), asked: 'login' } as const
      if (answer.kind !== 'done') return { attempt: lptrackerOutcome(answer, facts) }
      const read = given.safeParse(answer.result)
      return read.success ? read.data : { attempt: lptrackerOutcome({ kind: 'foreign' }, facts) }
    },
  })
}
