import {
  checkTemplates,
  FlowError,
  type HttpClient,
  isEgressError,
  type TemplateRenderer,
} from '../../../src/index.ts'
import { emailError, maxRecipients } from './emailError.ts'
import type { EmailTarget } from './emailTarget.ts'
import { isMailAddress } from './isMailAddress.ts'
import { splitRecipients } from './splitRecipients.ts'

/**
 * Finds before saving what would fail on every event: template syntax, written-out addresses, their number, files at
 * addresses that are forbidden.
 */
export async function checkEmailTarget(
  target: EmailTarget,
  { http, templates }: { http: Pick<HttpClient, 'vet'>; templates: TemplateRenderer },
): Promise<void> {
  const recipients = splitRecipients(target.to)
  if (recipients.length === 0) throw emailError.noRecipient()
  if (recipients.length > maxRecipients) throw emailError.tooMany()
  for (const address of [...recipients, target.replyTo ?? '']) {
    templates.check(address)
    const isWrittenOut = address !== '' && !address.includes('{')
    if (isWrittenOut && !isMailAddress(address.trim())) throw emailError.invalidAddress(address)
  }
  const { attachments, body, html, subject } = target
  checkTemplates(templates, { subject, body, html })
  for (const [index, { name, url }] of attachments.entries()) {
    const at = `attachments.${index}`
    checkTemplates(templates, { [`${at}.url`]: url, [`${at}.name`]: name })
    if (!url.includes('{')) await vetAt(`${at}.url`, () => http.vet(url))
  }
}

async function vetAt(field: string, vet: () => Promise<void>): Promise<void> {
  try {
    await vet()
  } catch (error) {
    if (!isEgressError(error)) throw error
    // A name that does not resolve yet may do so when the first event comes.
    if (error.code === 'FLOW_EGRESS_DNS') return
    const { code, details, hint, message, status } = error
    throw new FlowError({
      ...{ code, status, message: message.replace(`[flowmasters] ${code}: `, '') },
      details: { ...details, field },
      ...(hint === undefined ? {} : { hint }),
      cause: error,
    })
  }
}
