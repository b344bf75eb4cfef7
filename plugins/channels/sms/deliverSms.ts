import { type Attempt, callService, type DeliverInput, refusedBy } from '../../../src/index.ts'
import { renderSms } from './renderSms.ts'
import type { SmsSender } from './smsAccount.ts'
import { smsOutcome } from './smsOutcome.ts'
import type { SmsTarget } from './smsTarget.ts'

/** One try: render, send, judge the answer. */
export async function deliverSms(
  input: DeliverInput<SmsTarget>,
  readSender: (input: DeliverInput<SmsTarget>) => SmsSender,
): Promise<Attempt> {
  const { callbackUrl, http, idempotencyKey: key, now, signal, target } = input
  try {
    const { account, provider } = readSender(input)
    const sms = await renderSms(input)
    const { text, to } = sms
    const message = { to, text, key, ...(callbackUrl === undefined ? {} : { callbackUrl }) }
    const confidential = [account.apiKey]
    const answer = await callService({
      ...provider.send(message, account),
      http,
      signal,
      confidential,
    })
    if (!answer.isAnswer) return answer.attempt
    return smsOutcome({ provider, answer, sms, confidential, now: now() })
  } catch (error) {
    return refusedBy(error, { to: target.to })
  }
}
