import { checkTemplates, type TemplateRenderer, toE164 } from '../../../src/index.ts'
import { templateNameOf } from './templateNameOf.ts'
import { whatsappError } from './whatsappError.ts'
import type { WhatsappTarget } from './whatsappTarget.ts'

/** Finds before saving what would fail on every event: template syntax, a number that is none, a template without a name. */
export function checkWhatsappTarget(target: WhatsappTarget, templates: TemplateRenderer): void {
  const { homeCountry, kind, phoneNumberId, templateName, to } = target
  const { templateButton, templateHeader, templateValues, text } = target
  checkTemplates(templates, { to, text, templateValues, templateHeader, templateButton })
  if (phoneNumberId !== null && !/^\d{5,30}$/.test(phoneNumberId.trim()))
    throw whatsappError.senderInvalid(phoneNumberId)
  if (!to.includes('{') && toE164(to, homeCountry) === undefined)
    throw whatsappError.recipientInvalid(to)
  if (kind === 'template' || templateName !== null) templateNameOf(templateName)
}
