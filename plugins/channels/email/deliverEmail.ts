import {
  type Attempt,
  createReasons,
  type DeliverInput,
  type Exchange,
  FlowError,
  type MailMessage,
  type MailReceipt,
  reasonOfError,
} from '../../../src/index.ts'
import { classifyMailError } from './classifyMailError.ts'
import { emailOutcome } from './emailOutcome.ts'
import { emailReasons } from './emailReasons.ts'
import type { EmailTarget } from './emailTarget.ts'
import { type RenderedEmail, renderEmail } from './renderEmail.ts'

const because = createReasons(emailReasons)

/** Characters of a text that the log keeps. */
const maxLoggedText = 4 * 1024

/** One try: render, send, judge the answer. */
export async function deliverEmail(
  input: DeliverInput<EmailTarget>,
  messageIdHost: string,
): Promise<Attempt> {
  const rendered = await renderOrRefuse(input, messageIdHost)
  if ('outcome' in rendered) return rendered

  const { message, remarks } = rendered
  const request = loggedMessage(message)
  try {
    const receipt = await sendOrGiveUp(input, message)
    if (receipt === null) return aborted({ request, response: null })
    return emailOutcome(receipt, { request, response: { line: receipt.response } }, remarks)
  } catch (error) {
    return failed(error, request)
  }
}

async function renderOrRefuse(
  input: DeliverInput<EmailTarget>,
  messageIdHost: string,
): Promise<RenderedEmail | Attempt> {
  try {
    return await renderEmail(input, messageIdHost)
  } catch (error) {
    if (!(error instanceof FlowError)) throw error
    const { reason, reasons } = reasonOfError(error)
    return {
      outcome: 'rejected',
      code: error.code,
      reason: error.hint === undefined ? reason : `${reason} ${error.hint}`,
      reasons,
      exchange: { request: { to: input.target.to }, response: null },
    }
  }
}

/** Null when the time ran out. SMTP cannot be called back, so the mail may still go out, under the same Message-ID. */
async function sendOrGiveUp(
  { mailer, signal }: DeliverInput<EmailTarget>,
  message: MailMessage,
): Promise<MailReceipt | null> {
  if (signal.aborted) return null
  let stopWaiting = () => {}
  const timeIsUp = new Promise<null>((resolve) => {
    stopWaiting = () => resolve(null)
    signal.addEventListener('abort', stopWaiting, { once: true })
  })
  try {
    return await Promise.race([mailer.send(message), timeIsUp])
  } finally {
    signal.removeEventListener('abort', stopWaiting)
  }
}

function aborted(exchange: Exchange): Attempt {
  return {
    outcome: 'unavailable',
    code: 'FLOW_EMAIL_ABORTED',
    ...because('aborted'),
    exchange,
  }
}

function failed(error: unknown, request: Exchange['request']): Attempt {
  // The outbox on this machine could not be written: a full disk heals.
  if (error instanceof FlowError) {
    const exchange = { request, response: null }
    return { outcome: 'unavailable', code: error.code, ...reasonOfError(error), exchange }
  }
  const { isTransient, code, reason, response } = classifyMailError(error)
  const exchange = { request, response: response === null ? null : { line: response } }
  const said = because(response === null ? 'not_sent' : 'server_said', { line: reason })
  return { outcome: isTransient ? 'unavailable' : 'rejected', code, ...said, exchange }
}

function loggedMessage({
  to,
  subject,
  text,
  messageId,
  replyTo,
}: MailMessage): Exchange['request'] {
  const shownText = text.length <= maxLoggedText ? text : `${text.slice(0, maxLoggedText)}…`
  return { to, subject, text: shownText, messageId, replyTo }
}
