import type { TemplateRenderer } from '../channels/channel.ts'
import { FlowError } from '../kernel/flowError.ts'

/**
 * Checks the Liquid of several form fields, by field name; empty ones are skipped. For `validate` of a channel: the
 * error names the field, so that the form shows it there.
 * @throws FlowError FLOW_TEMPLATE_INVALID with `details.field`
 */
export function checkTemplates(
  templates: Pick<TemplateRenderer, 'check'>,
  fields: Readonly<Record<string, string | null>>,
): void {
  for (const [field, template] of Object.entries(fields)) {
    if (template !== null) atField(field, () => templates.check(template))
  }
}

function atField(field: string, check: () => void): void {
  try {
    check()
  } catch (error) {
    if (!(error instanceof FlowError)) throw error
    const { cause, code, details, hint, message, status } = error
    throw new FlowError({
      code,
      message: message.replace(`[flowmasters] ${code}: `, ''),
      status,
      details: { ...details, field },
      ...(hint === undefined ? {} : { hint }),
      ...(cause === undefined ? {} : { cause }),
    })
  }
}
