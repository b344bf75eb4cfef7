import type { Attempt } from '../channels/attempt.ts'
import type { DeliverInput } from '../channels/channel.ts'
import { sha256Hex } from '../kernel/sha256Hex.ts'

/** What asking for a token takes of a delivery. */
export type TokenTools = Pick<DeliverInput<unknown>, 'http' | 'now' | 'signal'>

/** A token, or the attempt that comes of there being none. */
export type TokenAnswer = { token: string } | { attempt: Attempt }

/** Tokens of accounts, kept until they end or the service takes them no longer. */
export type TokenCache<Account> = {
  get: (account: Account, tools: TokenTools) => Promise<TokenAnswer>
  /** One that is not `refused`: of another try meanwhile, or a fresh one. */
  renew: (account: Account, refused: string, tools: TokenTools) => Promise<TokenAnswer>
}

const MOST_ACCOUNTS = 100

/**
 * Tokens in this process's memory, by account. Two tries at once may both ask for one: nobody waits for somebody else's
 * request, which may be broken off. `until` is when a token is used no longer, in ms since 1970; none: until it is refused.
 */
export function createTokenCache<Account>(options: {
  /** What makes an account another one, its secret included: its tokens end with it. */
  nameOf: (account: Account) => readonly string[]
  ask: (
    account: Account,
    tools: TokenTools,
  ) => Promise<{ token: string; until?: number } | { attempt: Attempt }>
}): TokenCache<Account> {
  const kept = new Map<string, { token: string; until: number }>()
  const keyOf = (account: Account): string => sha256Hex(JSON.stringify(options.nameOf(account)))
  const get: TokenCache<Account>['get'] = async (account, tools) => {
    const known = kept.get(keyOf(account))
    if (known && known.until > tools.now()) return { token: known.token }
    const answer = await options.ask(account, tools)
    if ('attempt' in answer) return answer
    if (kept.size >= MOST_ACCOUNTS) kept.clear()
    const { token, until = Number.POSITIVE_INFINITY } = answer
    kept.set(keyOf(account), { token, until })
    return { token }
  }
  return {
    get,
    renew: (account, refused, tools) => {
      if (kept.get(keyOf(account))?.token === refused) kept.delete(keyOf(account))
      return get(account, tools)
    },
  }
}
