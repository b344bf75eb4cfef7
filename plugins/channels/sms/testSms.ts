import {
  callService,
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  quoteOf,
  refusedBy,
} from '../../../src/index.ts'
import type { SmsSender } from './smsAccount.ts'
import { smsOutcome } from './smsOutcome.ts'
import type { SmsTarget } from './smsTarget.ts'

const nothing = { to: '', remarks: [], segments: 0, encoding: 'GSM-7' } as const

/** Asks for the balance, or who the account is. Nothing is sent. */
export async function testSms(
  input: ConnectionInput<SmsTarget>,
  readSender: (input: ConnectionInput<SmsTarget>) => SmsSender,
): Promise<ConnectionReport> {
  const { http, now, signal } = input
  try {
    const { account, provider } = readSender(input)
    const confidential = [account.apiKey]
    const answer = await callService({ ...provider.ask(account), http, signal, confidential })
    if (!answer.isAnswer) return connectionReport(answer.attempt, '')
    const whose = provider.whose(answer, account)
    if (whose !== null) return { isOk: true, account: quoteOf(whose, confidential) }
    const facts = { provider, answer, sms: { ...nothing, remarks: [] }, confidential, now: now() }
    return connectionReport(smsOutcome(facts), '')
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}
