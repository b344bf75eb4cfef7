import type { MailMessage } from '../../channels/channel.ts'

/** A mail as it is handed to nodemailer; Payload's `payload.sendEmail` takes it and adds the sender. */
export type OutgoingMail = MailMessage & { disableFileAccess: true; disableUrlAccess: true }
