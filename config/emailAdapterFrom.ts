import path from 'node:path'
import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import nodemailer from 'nodemailer'
import type { Config } from 'payload'

import { createSmtpOptions } from '../src/egress/mail/createSmtpOptions.ts'
import { dataDirFrom } from './dataDirFrom.ts'
import { localOutboxEmailAdapter } from './localOutboxEmailAdapter.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Where mail goes, Payload's own and the e-mail channel's: by SMTP when `SMTP_URL` is set, else the local outbox. */
export function emailAdapterFrom(env: Env): NonNullable<Config['email']> {
  const url = env['SMTP_URL']
  if (!url) return localOutboxEmailAdapter(path.join(dataDirFrom(env), 'mail-outbox'))
  return nodemailerAdapter({
    defaultFromAddress: env['SMTP_FROM'] || 'no-reply@localhost',
    defaultFromName: env['SMTP_FROM_NAME'] || 'FlowMasters',
    skipVerify: true,
    transport: nodemailer.createTransport(createSmtpOptions(url)),
  })
}
