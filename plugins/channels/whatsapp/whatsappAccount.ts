import { checkWhatsappToken } from './checkWhatsappToken.ts'
import { whatsappError } from './whatsappError.ts'

/** Who writes, and where the Cloud API is. */
export type WhatsappAccount = {
  token: string
  /** Meta's id of the sender's phone number. */
  phoneNumberId: string
  /** With the version: `https://graph.facebook.com/v23.0`. */
  apiUrl: string
}

/** The account of a try. @throws FlowError FLOW_WHATSAPP_TOKEN_…, FLOW_WHATSAPP_SENDER_… */
export function whatsappAccount(given: {
  token: string | undefined
  phoneNumberId: string | null | undefined
  apiUrl: string
}): WhatsappAccount {
  const token = (given.token ?? '').trim()
  if (token === '') throw whatsappError.tokenMissing()
  checkWhatsappToken(token)
  const phoneNumberId = (given.phoneNumberId ?? '').trim()
  if (phoneNumberId === '') throw whatsappError.senderMissing()
  if (!/^\d{5,30}$/.test(phoneNumberId)) throw whatsappError.senderInvalid(phoneNumberId)
  return { token, phoneNumberId, apiUrl: given.apiUrl.replace(/\/+$/, '') }
}
