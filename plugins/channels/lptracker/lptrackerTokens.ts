import { createHash } from 'node:crypto'
import * as z from 'zod'

import { type Attempt, callService, type DeliverInput } from '../../../src/index.ts'
import type { LptrackerAccount } from './lptrackerAccount.ts'
import { lptrackerAnswer } from './lptrackerAnswer.ts'
import { lptrackerOutcome } from './lptrackerOutcome.ts'

type Tools = Pick<DeliverInput<unknown>, 'http' | 'now' | 'signal'>

/** A token, or the attempt that comes of there being none. */
type TokenAnswer = { token: string } | { attempt: Attempt }

/** Tokens of logins, kept until LPTracker takes them no longer. */
export type LptrackerTokens = {
  get: (account: LptrackerAccount, tools: Tools) => Promise<TokenAnswer>
  /** One that is not `refused`: of another try meanwhile, or a fresh one. */
  renew: (account: LptrackerAccount, refused: string, tools: Tools) => Promise<TokenAnswer>
}

const MOST_ACCOUNTS = 100
const given = z.object({ token: z.string().min(1) })

/**
 * Tokens in this process's memory, by account. Two tries at once may both log in: nobody waits for somebody else's request,
 * which may be broken off.
 */
export function createLptrackerTokens(): LptrackerTokens {
  const kept = new Map<string, string>()
  const ask = async (account: LptrackerAccount, tools: Tools): Promise<TokenAnswer> => {
    const { apiUrl, login, password } = account
    const { http, now, signal } = tools
    const url = `${apiUrl}/login`
    const json = { login, password, service: 'FlowMasters', version: '1.0' }
    const sent = await callService({ http, signal, url, json, confidential: [password] })
    if (!sent.isAnswer) return { attempt: sent.attempt }
    const answer = lptrackerAnswer(sent)
    const facts = { http: sent, confidential: [password], now: now(), asked: 'login' } as const
    if (answer.kind !== 'done') return { attempt: lptrackerOutcome(answer, facts) }
    const read = given.safeParse(answer.result)
    if (!read.success) return { attempt: lptrackerOutcome({ kind: 'foreign' }, facts) }
    if (kept.size >= MOST_ACCOUNTS) kept.clear()
    kept.set(nameOf(account), read.data.token)
    return read.data
  }
  const get: LptrackerTokens['get'] = async (account, tools) => {
    const token = kept.get(nameOf(account))
    return token === undefined ? ask(account, tools) : { token }
  }
  return {
    get,
    renew: (account, refused, tools) => {
      if (kept.get(nameOf(account)) === refused) kept.delete(nameOf(account))
      return get(account, tools)
    },
  }
}

/** Another password is another account: its tokens end with it. */
function nameOf({ apiUrl, login, password }: LptrackerAccount): string {
  return createHash('sha256')
    .update(JSON.stringify([apiUrl, login, password]))
    .digest('hex')
}
