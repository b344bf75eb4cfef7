import type { TemplateRenderer } from '../../../src/index.ts'
import { emailError, maxRecipients } from './emailError.ts'
import type { EmailTarget } from './emailTarget.ts'
import { isMailAddress } from './isMailAddress.ts'
import { splitRecipients } from './splitRecipients.ts'

/** Finds before saving what would fail on every event: template syntax, written-out addresses, their number. */
export function checkEmailTarget(target: EmailTarget, templates: TemplateRenderer): void {
  const recipients = splitRecipients(target.to)
  if (recipients.length === 0) throw emailError.noRecipient()
  if (recipients.length > maxRecipients) throw emailError.tooMany()
  for (const address of [...recipients, target.replyTo ?? '']) {
    templates.check(address)
    const isWrittenOut = address !== '' && !address.includes('{')
    if (isWrittenOut && !isMailAddress(address.trim())) throw emailError.invalidAddress(address)
  }
  for (const text of [target.subject, target.body, target.html]) {
    if (text !== null) templates.check(text)
  }
}
