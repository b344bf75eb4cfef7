import * as z from 'zod'

import type { MailMessage, MailReceipt } from '../../channels/channel.ts'

const address = z.union([
  z.string(),
  z.object({ address: z.string() }).transform((it) => it.address),
])
const refusal = z.object({
  recipient: z.string().optional().catch(undefined),
  message: z.string().catch(''),
  response: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
})

/** The part of nodemailer's info object that is read; other mail adapters may leave any of it out. */
const info = z
  .object({
    accepted: z.array(address).optional().catch(undefined),
    rejected: z.array(address).catch([]),
    // Error objects: their fields are read as they are.
    rejectedErrors: z.array(refusal).catch([]),
    response: z.string().catch(''),
    messageId: z.string().optional().catch(undefined),
  })
  .catch({
    accepted: undefined,
    rejected: [],
    rejectedErrors: [],
    response: '',
    messageId: undefined,
  })

/**
 * Nodemailer's answer as a receipt: who was accepted and who was refused and why. A partial refusal does not throw in
 * nodemailer, so it must be read from here. An adapter that answers nothing is taken at its word: all accepted.
 */
export function toMailReceipt(answer: unknown, sent: MailMessage): MailReceipt {
  const { accepted, rejected, rejectedErrors, response, messageId } = info.parse(answer)
  const refused = rejected.map((recipient) => {
    const error = rejectedErrors.find((one) => one.recipient === recipient)
    return {
      address: recipient,
      reason: error?.response ?? error?.message ?? 'refused by the mail server',
      code: error?.responseCode ?? null,
    }
  })
  const isRefused = (recipient: string): boolean => rejected.includes(recipient)
  return {
    accepted: accepted ?? sent.to.filter((recipient) => !isRefused(recipient)),
    rejected: refused,
    response,
    messageId: messageId ?? sent.messageId ?? '',
    transport: 'smtp',
  }
}
