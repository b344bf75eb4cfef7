import {
  type Attempt,
  callService,
  createReasons,
  type DeliverInput,
  refusedBy,
  type SaidReason,
} from '../../../src/index.ts'
import { type RenderedWhatsapp, renderWhatsapp } from './renderWhatsapp.ts'
import type { WhatsappAccount } from './whatsappAccount.ts'
import { whatsappAnswer } from './whatsappAnswer.ts'
import { whatsappCall } from './whatsappCall.ts'
import { whatsappOutcome } from './whatsappOutcome.ts'
import { whatsappReasons } from './whatsappReasons.ts'
import type { WhatsappTarget } from './whatsappTarget.ts'

const WINDOW_CLOSED = 'WHATSAPP_131047'

/**
 * One try: render, send, judge the answer. Text that Meta refuses because the 24 hours are over goes out as the template
 * when the target names one: nothing was posted by then, so this repeats nothing.
 */
export async function deliverWhatsapp(
  input: DeliverInput<WhatsappTarget>,
  readAccount: (input: DeliverInput<WhatsappTarget>) => WhatsappAccount,
): Promise<Attempt> {
  const { target } = input
  try {
    const account = readAccount(input)
    const attempt = await send(input, account, await renderWhatsapp(input))
    const isLate = attempt.outcome === 'rejected' && attempt.code === WINDOW_CLOSED
    if (!isLate || target.kind !== 'text' || target.templateName === null) return attempt
    const remark = createReasons(whatsappReasons)('sent_template')
    return await send(input, account, await renderWhatsapp(input, 'template'), [remark])
  } catch (error) {
    return refusedBy(error, { to: target.to })
  }
}

async function send(
  { http, now, signal }: DeliverInput<WhatsappTarget>,
  account: WhatsappAccount,
  { message, remarks }: RenderedWhatsapp,
  earlier: readonly SaidReason[] = [],
): Promise<Attempt> {
  const call = whatsappCall(account, '/messages')
  const answered = await callService({ ...call, http, signal, json: message })
  if (!answered.isAnswer) return answered.attempt
  return whatsappOutcome({
    answer: whatsappAnswer(answered),
    http: answered,
    remarks: [...earlier, ...remarks],
    recipient: message.to,
    confidential: [account.token],
    now: now(),
  })
}
