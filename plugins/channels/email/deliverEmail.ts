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
import { fetchAttachments } from './fetchAttachments.ts'
import { type AskedFile, renderAttachments } from './renderAttachments.ts'
import { type RenderedEmail, renderEmail } from './renderEmail.ts'

const because = createReasons(emailReasons)

/** Characters of a text that the log keeps. */
const maxLoggedText = 4 * 1024

/** One try: render, fetch the files, send, judge the answer. */
export async function deliverEmail(
  input: DeliverInput<EmailTarget>,
  messageIdHost: string,
): Promise<Attempt> {
  const rendered = await renderOrRefuse(input, messageIdHost)
  if ('outcome' in rendered) return rendered

  const { files, remarks } = rendered
  const attachments = files.length === 0 ? [] : await fetchAttachments(files, input)
  if ('outcome' in attachments) return withoutFile(attachments, rendered.message)

  const message = { ...rendered.message, ...(attachments.length === 0 ? {} : { attachments }) }
  const request = loggedMessage(message)
  try {
    const receipt = await sendOrGiveUp(input, message)
    if (receipt === null) return aborted({ request, response: null })
    return emailOutcome(receipt, { request, response: { line: receipt.response } }, remarks)
  } catch (error) {
    return failed(error, request)
  }
}

type PlannedEmail = RenderedEmail & { files: AskedFile[] }

async function renderOrRefuse(
  input: DeliverInput<EmailTarget>,
  messageIdHost: string,
): Promise<PlannedEmail | Attempt> {
  try {
    const { message, remarks } = await renderEmail(input, messageIdHost)
    const { emptyRows, files } = await renderAttachments(input)
    const rows = emptyRows.join(', ')
    const leftOut = emptyRows.length === 0 ? [] : [because('attachment_left_out', { rows })]
    return { message, files, remarks: [...remarks, ...leftOut] }
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

/** A letter never goes without its files: what went wrong with one of them is what became of the try. */
function withoutFile(attempt: Attempt, message: MailMessage): Attempt {
  const { request: file, response } = attempt.exchange
  return { ...attempt, exchange: { request: { ...loggedMessage(message), file }, response } }
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
  attachments,
}: MailMessage): Exchange['request'] {
  const shownText = text.length <= maxLoggedText ? text : `${text.slice(0, maxLoggedText)}…`
  const files = attachments?.map(({ content, contentType, filename }) => ({
    ...{ name: filename, bytes: content.length, type: contentType },
  }))
  return {
    ...{ to, subject, text: shownText, messageId, replyTo },
    ...(files === undefined ? {} : { attachments: files }),
  }
}
