import { whatsappError } from './whatsappError.ts'

/** Refuses what cannot be a token. @throws FlowError FLOW_WHATSAPP_TOKEN_INVALID */
export function checkWhatsappToken(value: string): void {
  if (!/^[\w.|-]{20,1000}$/.test(value.trim())) throw whatsappError.tokenInvalid()
}
