import type { Mailer } from '../../channels/channel.ts'
import type { OutgoingMail } from './outgoingMail.ts'
import { toMailReceipt } from './toMailReceipt.ts'
import { writeLocalMail } from './writeLocalMail.ts'

/** What the mailer is made of. */
export type MailerOptions = {
  /** `payload.sendEmail`, or any function with nodemailer's `sendMail` behind it. */
  sendEmail: (mail: OutgoingMail) => Promise<unknown>
  /** Whether SMTP_URL is set; without it mails are kept in `outboxDir` instead. */
  isSmtpConfigured: boolean
  /** Folder of the local outbox, made when first needed. */
  outboxDir: string
  /** Sender written into local mails. @default 'FlowMasters <noreply@localhost>' */
  from?: string
  /** Whether letters kept on this machine are for administrators alone. @default false */
  isPrivate?: boolean
  /** Milliseconds since the epoch. */
  now: () => number
}

/** The mail port: SMTP when it is configured, files on this machine when it is not. */
export function createMailer(options: MailerOptions): Mailer {
  const { sendEmail, isSmtpConfigured, isPrivate = false, outboxDir, now } = options
  const from = options.from ?? 'FlowMasters <noreply@localhost>'
  return {
    send: async (message) => {
      const mail: OutgoingMail = { ...message, disableFileAccess: true, disableUrlAccess: true }
      if (!isSmtpConfigured) return writeLocalMail({ mail, from, outboxDir, isPrivate, now })
      return toMailReceipt(await sendEmail(mail), message)
    },
  }
}
