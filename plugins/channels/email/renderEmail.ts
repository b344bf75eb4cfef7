import { convert } from 'html-to-text'

import {
  createReasons,
  type DeliverInput,
  type JsonObject,
  type MailMessage,
  type SaidReason,
  type TemplateRenderer,
  templateScope,
  oneClickHeaders,
} from '../../../src/index.ts'
import { emailError, maxRecipients } from './emailError.ts'
import { emailReasons } from './emailReasons.ts'
import type { EmailTarget } from './emailTarget.ts'
import { isMailAddress } from './isMailAddress.ts'
import { splitRecipients } from './splitRecipients.ts'
import { withUnsubscribeFooter } from './withUnsubscribeFooter.ts'

/** A mail ready to go, and what was left out of it. */
export type RenderedEmail = { message: MailMessage; remarks: SaidReason[] }

const maxSubject = 250
const because = createReasons(emailReasons)

/** Makes the mail of one delivery. Throws FLOW_TEMPLATE_… and FLOW_EMAIL_… errors, which no further try can heal. */
export async function renderEmail(
  input: Pick<
    DeliverInput<EmailTarget>,
    'event' | 'target' | 'templates' | 'idempotencyKey' | 'unsubscribeUrl' | 'withheld'
  >,
  messageIdHost: string,
): Promise<RenderedEmail> {
  const { event, target, templates, idempotencyKey, unsubscribeUrl, withheld = [] } = input
  const scope = templateScope(event)
  const to = (await emailRecipients(input)).filter((address) => !withheld.includes(address))
  const subject = headerText(await templates.render(target.subject, scope))
  const rendered = await renderBodies(target, templates, scope)
  const isMarketing = unsubscribeUrl !== undefined
  const bodies = isMarketing
    ? withUnsubscribeFooter(rendered, { url: unsubscribeUrl, locale: event.meta.locale })
    : rendered
  const replyTo = (await templates.render(target.replyTo ?? '', scope)).trim()
  // A visitor's typing mistake must not keep the notice from the manager.
  const hasReplyTo = isMailAddress(replyTo)
  return {
    message: {
      to,
      subject: subject === '' ? event.type : subject,
      ...bodies,
      messageId: `<${idempotencyKey.replaceAll(/[^\w.-]/g, '-')}@${messageIdHost}>`,
      ...(hasReplyTo ? { replyTo } : {}),
      // Keeps holiday auto-replies away (RFC 3834).
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(isMarketing ? oneClickHeaders(unsubscribeUrl) : {}),
      },
    },
    remarks: [
      ...(hasReplyTo || replyTo === '' ? [] : [because('reply_to_left_out')]),
      ...(withheld.length === 0
        ? []
        : [
            because(isMarketing ? 'withheld_marketing' : 'withheld', { list: withheld.join(', ') }),
          ]),
    ],
  }
}

/** The addresses of the event, each once. @throws FlowError FLOW_EMAIL_… */
export async function emailRecipients({
  event,
  target,
  templates,
}: Pick<DeliverInput<EmailTarget>, 'event' | 'target' | 'templates'>): Promise<string[]> {
  const scope = templateScope(event)
  const pieces = splitRecipients(target.to)
  if (pieces.length > maxRecipients) throw emailError.tooMany()
  const rendered = await Promise.all(pieces.map((piece) => templates.render(piece, scope)))
  const addresses = new Set(rendered.map((one) => one.trim()).filter((one) => one !== ''))
  for (const address of addresses) {
    if (!isMailAddress(address)) throw emailError.invalidAddress(address)
  }
  if (addresses.size === 0) throw emailError.noRecipient()
  return [...addresses]
}

async function renderBodies(
  target: EmailTarget,
  templates: TemplateRenderer,
  scope: JsonObject,
): Promise<{ text: string; html: string }> {
  const text = target.body === null ? null : await templates.render(target.body, scope)
  const html =
    target.html === null ? null : await templates.render(target.html, scope, { escapeHtml: true })
  return {
    text: text ?? convert(html ?? '', { wordwrap: false }),
    html: html ?? plainAsHtml(text ?? ''),
  }
}

/** A header is one line: whatever a value brings, breaks become spaces. */
function headerText(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, maxSubject)
}

function plainAsHtml(text: string): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  return `<div>${escaped.replaceAll(/\r?\n/g, '<br>\n')}</div>`
}
