import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import nodemailer from 'nodemailer'
import type { Config } from 'payload'

import { loggingEmailAdapter } from './loggingEmailAdapter.ts'

type Env = Readonly<Record<string, string | undefined>>

/** How Payload's own letters (a forgotten password) leave: by SMTP when `SMTP_URL` is set, else not at all. */
export function emailAdapterFrom(env: Env): NonNullable<Config['email']> {
  const url = env['SMTP_URL']
  if (!url) return loggingEmailAdapter
  return nodemailerAdapter({
    defaultFromAddress: env['SMTP_FROM'] || 'no-reply@localhost',
    defaultFromName: env['SMTP_FROM_NAME'] || 'FlowMasters',
    skipVerify: true,
    transport: nodemailer.createTransport(url),
  })
}
