import type { EmailAdapter } from 'payload'

/** Stands in when no mail server is configured: opens no connection and says in the log what was not sent. */
export const loggingEmailAdapter: EmailAdapter<void> = ({ payload }) => ({
  name: 'logging',
  defaultFromAddress: 'no-reply@localhost',
  defaultFromName: 'FlowMasters',
  sendEmail: async ({ subject }) => {
    // Neither the text nor the address: a reset link in a log file is a way in.
    payload.logger.warn({
      msg: 'A letter was not sent: set SMTP_URL to send mail.',
      subject,
    })
  },
})
