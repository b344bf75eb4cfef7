import * as z from 'zod'

import {
  callService,
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  quoteOf,
  refusedBy,
} from '../../../src/index.ts'
import type { WhatsappAccount } from './whatsappAccount.ts'
import { whatsappAnswer } from './whatsappAnswer.ts'
import { whatsappCall } from './whatsappCall.ts'
import { whatsappOutcome } from './whatsappOutcome.ts'
import type { WhatsappTarget } from './whatsappTarget.ts'

const sender = z.object({
  verified_name: z.string().catch(''),
  display_phone_number: z.string(),
})

/** Asks whose the sender's number is. Nothing is sent. */
export async function testWhatsapp(
  input: ConnectionInput<WhatsappTarget>,
  readAccount: (input: ConnectionInput<WhatsappTarget>) => WhatsappAccount,
): Promise<ConnectionReport> {
  const { http, now, signal } = input
  try {
    const account = readAccount(input)
    const call = whatsappCall(account, '?fields=verified_name,display_phone_number')
    const answered = await callService({ ...call, method: 'GET', http, signal })
    if (!answered.isAnswer) return connectionReport(answered.attempt, '')
    const read = sender.safeParse(answered.json)
    if (answered.status === 200 && read.success) {
      const { display_phone_number: number, verified_name: name } = read.data
      return { isOk: true, account: quoteOf(`${name} ${number}`) }
    }
    const answer = whatsappAnswer(answered)
    const facts = { answer, http: answered, remarks: [], recipient: '', now: now() }
    return connectionReport(whatsappOutcome({ ...facts, confidential: [account.token] }), '')
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}
