import type { EmailAdapter, SendEmailOptions } from 'payload'

import { createMailer } from '../src/egress/mail/createMailer.ts'
import { systemClock } from '../src/kernel/clock.ts'

/**
 * Stands in when no mail server is configured: Payload's own letters (a forgotten password) are kept in the local
 * outbox, like those of the e-mail channel, and leave this machine by no way.
 */
export function localOutboxEmailAdapter(outboxDir: string): EmailAdapter<unknown> {
  return ({ payload }) => {
    const mailer = createMailer({
      sendEmail: async () => undefined,
      isSmtpConfigured: false,
      outboxDir,
      // They hold links that set a password.
      isPrivate: true,
      now: systemClock.now,
    })
    return {
      name: 'local-outbox',
      defaultFromAddress: 'no-reply@localhost',
      defaultFromName: 'FlowMasters',
      sendEmail: async (message) => {
        // Neither the text nor the address: a reset link in a log is a way in.
        payload.logger.warn({
          msg: 'A letter was kept in the local outbox: set SMTP_URL to send mail.',
        })
        return mailer.send({
          to: addressesOf(message.to),
          subject: message.subject ?? '',
          text: textOf(message.text),
          ...(typeof message.html === 'string' ? { html: message.html } : {}),
        })
      },
    }
  }
}

function addressesOf(to: SendEmailOptions['to']): string[] {
  const list = Array.isArray(to) ? to : [to ?? '']
  return list.map((entry) => (typeof entry === 'string' ? entry : entry.address))
}

function textOf(text: SendEmailOptions['text']): string {
  return typeof text === 'string' ? text : ''
}
