import * as z from 'zod'

import {
  type Attempt,
  callService,
  createReasons,
  type RefreshInput,
  type RefreshReport,
  refusedBy,
} from '../../../src/index.ts'
import { amocrmAnswer } from './amocrmAnswer.ts'
import type { AmocrmDefaults } from './amocrmDefaults.ts'
import { amocrmOutcome } from './amocrmOutcome.ts'
import { amocrmGrant, USED_CODE } from './amocrmGrant.ts'
import { amocrmPlace } from './amocrmPlace.ts'
import { amocrmReasons } from './amocrmReasons.ts'
import type { AmocrmTarget } from './amocrmTarget.ts'
import { notAmocrm } from './notAmocrm.ts'

const because = createReasons(amocrmReasons)
const token = z.string().min(1)
const pair = z.object({
  access_token: token,
  refresh_token: token,
  expires_in: z.number().positive(),
})

/** Changes the refresh token, or an authorization code that was not used yet, for a new pair of tokens. */
export async function refreshAmocrm(
  input: RefreshInput<AmocrmTarget>,
  defaults: AmocrmDefaults,
): Promise<RefreshReport> {
  const { http, now, secrets, signal, target } = input
  try {
    const { base, confidential } = amocrmPlace(target, secrets, defaults)
    const grant = amocrmGrant(target, secrets)
    if ('missing' in grant) {
      const code = `AMOCRM_${grant.missing.toUpperCase()}`
      return { isOk: false, code, ...because(grant.missing), isFinal: true }
    }
    const url = `${base}/oauth2/access_token`
    const answered = await callService({ http, signal, url, confidential, json: grant.json })
    if (!answered.isAnswer) return failed(answered.attempt)
    const answer = amocrmAnswer(answered)
    if (answer.kind === 'empty') return failed(notAmocrm(answered.exchange))
    if (answer.kind !== 'done') {
      const facts = { http: answered, confidential, isRenewed: false, now: now() }
      return failed(amocrmOutcome(answer, facts))
    }
    const read = pair.safeParse(answer.json)
    if (!read.success) return failed(notAmocrm(answered.exchange))
    const {
      access_token: accessToken,
      expires_in: seconds,
      refresh_token: refreshToken,
    } = read.data
    return {
      isOk: true,
      secrets: {
        ...{ accessToken, refreshToken },
        ...(grant.isCode ? { authorizationCode: USED_CODE } : {}),
      },
      expiresAt: now() + seconds * 1000,
    }
  } catch (error) {
    return failed(refusedBy(error))
  }
}

function failed(attempt: Attempt): RefreshReport {
  // What was delivered is no failure; the type cannot say so.
  if (attempt.outcome === 'delivered') throw new Error('a renewal that went well is no failure')
  const { code, outcome, reason, reasons } = attempt
  const said = outcome === 'rejected' && attempt.exchange.response !== null ? renewal(attempt) : {}
  return {
    ...{ isOk: false, code, reason, isFinal: outcome === 'rejected' },
    ...(reasons === undefined ? {} : { reasons }),
    ...said,
  }
}

/** A refusal by the server of tokens, in words that fit it. */
function renewal({ reasons }: Attempt): Partial<Extract<RefreshReport, { isOk: false }>> {
  const detail = reasons?.[0]?.params['detail']
  return detail === undefined ? {} : because('renewal_refused', { detail })
}
