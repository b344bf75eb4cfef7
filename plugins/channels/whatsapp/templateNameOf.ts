import { whatsappError } from './whatsappError.ts'

/** The name of a template. @throws FlowError FLOW_WHATSAPP_TEMPLATE_MISSING, FLOW_WHATSAPP_TEMPLATE_INVALID */
export function templateNameOf(given: string | null): string {
  const name = (given ?? '').trim()
  if (name === '') throw whatsappError.templateMissing()
  if (!/^[a-z\d_]{1,512}$/.test(name)) throw whatsappError.templateInvalid(name)
  return name
}
