import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js'

import { FlowError } from '../../kernel/flowError.ts'
import { openMailSocket } from './openMailSocket.ts'

/** What nodemailer's pooled SMTP transport takes; the last one is missing in its types. */
export type SmtpOptions = SMTPPool.Options & { maxRequeues: number }

const connectMs = 10_000
const socketMs = 20_000

/**
 * Reads `smtp://user:password@host:587` or `smtps://…:465` into options of a pooled transport with short time-outs.
 * Known parameters: `requireTLS`, `ignoreTLS` (`true`/`false`), `name` (the EHLO name), `tls.rejectUnauthorized`.
 * Throws FLOW_MAIL_SMTP_URL_INVALID, which never shows the URL: it holds a password.
 */
export function createSmtpOptions(smtpUrl: string): SmtpOptions {
  const url = parseUrl(smtpUrl)
  const port = url.port === '' ? defaultPort(url) : Number(url.port)
  if (port === 0) throw invalid('port 0 is not a port')
  return {
    pool: true,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    secure: url.protocol === 'smtps:' || port === 465,
    ...auth(url),
    ...parameters(url.searchParams),
    maxConnections: 5,
    maxMessages: 100,
    // The pool would send again by itself, without end; the engine alone decides about retries.
    maxRequeues: 0,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: socketMs,
    getSocket: openMailSocket,
    // Templates come from people: a mail must not pull files or pages into itself.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function parseUrl(text: string): URL {
  if (!URL.canParse(text)) throw invalid('it is not a URL')
  const url = new URL(text)
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') {
    throw invalid('it must start with smtp:// or smtps://')
  }
  if (url.hostname === '') throw invalid('it names no host')
  if (url.pathname !== '' && url.pathname !== '/') throw invalid('nothing may follow the host')
  return url
}

function defaultPort(url: URL): number {
  return url.protocol === 'smtps:' ? 465 : 587
}

function auth(url: URL): Pick<SMTPPool.Options, 'auth'> {
  if (url.username === '') return {}
  try {
    const user = decodeURIComponent(url.username)
    return { auth: { user, pass: decodeURIComponent(url.password) } }
  } catch {
    throw invalid('a "%" in user or password must be written as %25')
  }
}

function parameters(given: URLSearchParams): Partial<SMTPPool.Options> {
  const options: Partial<SMTPPool.Options> = {}
  for (const [name, value] of given) {
    if (name === 'requireTLS') options.requireTLS = flag(name, value)
    else if (name === 'ignoreTLS') options.ignoreTLS = flag(name, value)
    else if (name === 'tls.rejectUnauthorized') {
      options.tls = { rejectUnauthorized: flag(name, value) }
    } else if (name === 'name' && value !== '') options.name = value
    else throw invalid(`the parameter "${name}" is not known`)
  }
  return options
}

function flag(name: string, value: string): boolean {
  if (value === 'true' || value === 'false') return value === 'true'
  throw invalid(`${name} is true or false`)
}

function invalid(reason: string): FlowError {
  return new FlowError({
    code: 'FLOW_MAIL_SMTP_URL_INVALID',
    message: `SMTP_URL cannot be used: ${reason}.`,
    hint: 'Write smtp://user:password@mail.example.com:587; special characters are percent-encoded.',
    status: 400,
  })
}
