import type * as z from 'zod'

import type { HttpClient } from '../egress/httpClient.ts'
import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import type { JsonObject } from '../kernel/json.ts'
import type { Localised } from '../kernel/localised.ts'
import type { Attempt } from './attempt.ts'
import type { ChannelField } from './channelField.ts'

/** A mail as the mail port takes it. */
export type MailMessage = {
  to: string[]
  subject: string
  text: string
  html?: string
  messageId?: string
  replyTo?: string
  headers?: Record<string, string>
}

/** What the mail port answers; same shape as nodemailer's info object. */
export type MailReceipt = {
  accepted: string[]
  rejected: { address: string; reason: string; code: number | null }[]
  response: string
  messageId: string
  /** `smtp` left the machine, `local` was stored in the local outbox because no SMTP_URL is set. */
  transport: 'smtp' | 'local'
}

/** Sends one mail; throws nodemailer's error objects untouched. */
export type Mailer = { send: (message: MailMessage) => Promise<MailReceipt> }

/** Renders Liquid templates against an event: strict about variables, sandboxed. */
export type TemplateRenderer = {
  /** Throws FlowError FLOW_TEMPLATE_INVALID (syntax) or FLOW_TEMPLATE_FAILED (missing variable, limit). */
  render: (
    template: string,
    scope: JsonObject,
    options?: { escapeHtml?: boolean },
  ) => Promise<string>
  /** Syntax check for forms. Throws FLOW_TEMPLATE_INVALID. */
  check: (template: string) => void
}

/** Everything a channel may use. It never reads the database, sleeps, retries or logs. */
export type DeliverInput<Target> = {
  event: FlowEvent
  /** The event's stored JSON text, byte for byte; sign and send this, never a re-serialisation. */
  body: string
  target: Target
  /** Decrypted secrets by field name. */
  secrets: Record<string, string>
  /** Secrets that were rotated away but are still valid, by field name (newest first). */
  retiredSecrets: Record<string, string[]>
  /** The delivery's id: the same on every try. */
  idempotencyKey: string
  attemptNumber: number
  http: HttpClient
  mailer: Mailer
  templates: TemplateRenderer
  signal: AbortSignal
  /** Milliseconds since the epoch. */
  now: () => number
}

/** One way out. */
export type Channel<Target = unknown> = {
  slug: string
  label: Localised
  description: Localised
  fields: readonly ChannelField[]
  /** Parses what the form holds (secrets excluded). */
  target: z.ZodType<Target>
  /** A fresh secret for a secret field left empty; absent when the user must bring one. */
  generateSecret?: (fieldName: string) => string
  /** Refuses a malformed secret by throwing a FlowError. */
  checkSecret?: (fieldName: string, value: string) => void
  /** Checks that need more than a schema (SSRF, template syntax); throws FlowError. */
  validate?: (
    target: Target,
    tools: { http: HttpClient; templates: TemplateRenderer },
  ) => Promise<void>
  /** A short line for lists and logs, without secrets: `POST shop.example.com/hook`. */
  describeTarget: (target: Target) => string
  /** One try. Must not throw for expected failures. */
  deliver: (input: DeliverInput<Target>) => Promise<Attempt>
}

/** A channel whose target type has been forgotten, once, for the registry. */
// biome-ignore lint/suspicious/noExplicitAny: the registry parses every target with the channel's own schema before use
export type AnyChannel = Channel<any>
