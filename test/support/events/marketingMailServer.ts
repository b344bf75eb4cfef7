import type { Config, SendEmailOptions } from 'payload'

/** A mail server's answer to one letter: nothing is yes. */
export type MailAnswer = { responseCode?: number; response?: string; code?: string } | undefined

/** Stands in for an SMTP server behind Payload's own mail adapter. */
export type MailServer = {
  email: NonNullable<Config['email']>
  /** Letters taken, in order. */
  taken: SendEmailOptions[]
  takenFor: (address: string) => SendEmailOptions[]
  /** What to say to letters for an address from now on. */
  answer: (address: string, answer: () => MailAnswer | Promise<MailAnswer>) => void
}

export function createMailServer(): MailServer {
  const taken: SendEmailOptions[] = []
  const answers = new Map<string, () => MailAnswer | Promise<MailAnswer>>()
  const addressOf = (message: SendEmailOptions): string => String([message.to].flat()[0])
  return {
    taken,
    takenFor: (address) => taken.filter((message) => addressOf(message) === address),
    answer: (address, answer) => void answers.set(address, answer),
    email: () => ({
      name: 'test-mail-server',
      defaultFromAddress: 'news@shop.example',
      defaultFromName: 'Магазин',
      sendEmail: async (message) => {
        const to = addressOf(message)
        const refusal = await answers.get(to)?.()
        if (refusal) throw Object.assign(new Error(refusal.response ?? 'no'), refusal)
        taken.push(message)
        return {
          accepted: [to],
          rejected: [],
          response: '250 ok',
          messageId: message.messageId ?? '<none>',
        }
      },
    }),
  }
}
