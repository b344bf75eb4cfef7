import { createTransport, type Transporter } from 'nodemailer'

import {
  type EmailChannelOptions,
  createEmailChannel,
} from '../../../plugins/channels/email/emailChannel.ts'
import type { EmailTarget } from '../../../plugins/channels/email/emailTarget.ts'
import { createMailer } from '../../../src/egress/mail/createMailer.ts'
import { createSmtpOptions, type SmtpOptions } from '../../../src/egress/mail/createSmtpOptions.ts'
import type {
  Attempt,
  DeliverInput,
  FlowEvent,
  HttpClient,
  JsonObject,
  Mailer,
} from '../../../src/index.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'

/** Where local mail must not appear in these tests. */
const nowhere = '/nonexistent/flowmasters-outbox'

/** A mailer over the real transport, with `transport` for cleaning up. */
export function smtpMailer(
  url: string,
  overrides: Partial<SmtpOptions> = {},
): { mailer: Mailer; transport: Transporter } {
  const transport = createTransport({ ...createSmtpOptions(url), ...overrides })
  const mailer = createMailer({
    sendEmail: (mail) => transport.sendMail({ from: 'Shop <shop@example.com>', ...mail }),
    isSmtpConfigured: true,
    outboxDir: nowhere,
    now: () => 0,
  })
  return { mailer, transport }
}

/** An event about an order. */
export function orderEvent(current: JsonObject): FlowEvent {
  return {
    id: 'evt_1',
    type: 'order.paid',
    version: 1,
    timestamp: '2026-11-21T10:00:00.000Z',
    data: { current, previous: null, changed: [] },
    meta: {
      source: 'collection_operation',
      collection: 'orders',
      operation: 'update',
      documentId: '7',
      userId: null,
      userEmail: null,
      locale: 'ru',
      causationId: null,
      hop: 0,
      sequence: 1,
    },
  }
}

/** What one try is made of. */
export type Try = {
  mailer: Mailer
  /** Fetches the files of letters. @default none: a letter without files speaks no HTTP */
  http?: HttpClient
  target?: Record<string, unknown>
  current?: JsonObject
  signal?: AbortSignal
  idempotencyKey?: string
  channel?: EmailChannelOptions
}

/** One try of the e-mail channel. */
export async function deliver(attempt: Try): Promise<Attempt> {
  const channel = createEmailChannel(attempt.channel)
  const target = channel.target.parse({
    to: 'anna@example.com',
    subject: 'Order {{ data.current.id }}',
    body: 'Thank you, {{ data.current.name | default: "friend" }}!',
    ...attempt.target,
  })
  return channel.deliver(deliverInput(attempt, target))
}

function deliverInput(attempt: Try, target: EmailTarget): DeliverInput<EmailTarget> {
  const event = orderEvent({ id: 7, ...attempt.current })
  const unused = () => Promise.reject(new Error('a letter without files speaks no HTTP'))
  return {
    event,
    body: JSON.stringify(event),
    target,
    secrets: {},
    retiredSecrets: {},
    idempotencyKey: attempt.idempotencyKey ?? 'dlv_0199',
    attemptNumber: 1,
    http: attempt.http ?? { send: unused, vet: unused, close: unused },
    mailer: attempt.mailer,
    inbox: { put: () => Promise.reject(new Error('no inbox here')) },
    templates: createTemplateRenderer(),
    signal: attempt.signal ?? new AbortController().signal,
    now: () => 0,
  }
}
