import {
  createReasons,
  type PreviewInput,
  type SaidReason,
  templateScope,
  toE164,
  renderText,
} from '../../../src/index.ts'
import { cutSms } from './cutSms.ts'
import { smsError } from './smsError.ts'
import { smsReasons } from './smsReasons.ts'
import { type SmsSegments, smsSegments } from './smsSegments.ts'
import type { SmsTarget } from './smsTarget.ts'

/** A message ready to go, what it costs in messages, and what was left out of it. */
export type RenderedSms = SmsSegments & { to: string; text: string; remarks: SaidReason[] }

/** Makes the message of one delivery. Throws FLOW_TEMPLATE_… and FLOW_SMS_… errors, which no further try can heal. */
export async function renderSms(
  input: Pick<PreviewInput<SmsTarget>, 'event' | 'target' | 'templates'>,
): Promise<RenderedSms> {
  const { maxSegments, text: template } = input.target
  const to = await smsRecipient(input)
  const source = await renderText(input, template)
  if (source === '') throw smsError.textEmpty()
  const text = cutSms(source, maxSegments)
  const cut = createReasons(smsReasons)('cut', { most: maxSegments })
  return { to, text, ...smsSegments(text), remarks: text === source ? [] : [cut] }
}

/** The number of the event, in E.164. @throws FlowError FLOW_SMS_RECIPIENT_… */
export async function smsRecipient({
  event,
  target,
  templates,
}: Pick<PreviewInput<SmsTarget>, 'event' | 'target' | 'templates'>): Promise<string> {
  const recipient = (await templates.render(target.to, templateScope(event))).trim()
  if (recipient === '') throw smsError.recipientEmpty()
  const number = toE164(recipient, target.homeCountry)
  if (number === undefined) throw smsError.recipientInvalid(recipient)
  return number
}
