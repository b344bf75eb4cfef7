import type * as z from 'zod'

import type { HttpClient } from '../egress/httpClient.ts'
import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import type { FieldMapping } from '../field-mapper/fieldMapping.ts'
import type { JsonObject } from '../kernel/json.ts'
import type { Localised } from '../kernel/localised.ts'
import type { Addressees } from './addressees.ts'
import type { Attempt } from './attempt.ts'
import type { ChannelCallback } from './channelCallback.ts'
import type { ChannelField } from './channelField.ts'
import type { Inbox } from './inbox.ts'
import type { DeviceKind, PushDevice } from './pushDevice.ts'
import type { Reason, ReasonWords } from './reason.ts'

/** A file that goes along with a mail. */
export type MailAttachment = { filename: string; content: Buffer; contentType: string }

/** A mail as the mail port takes it. */
export type MailMessage = {
  /** Who writes, when it is not the site's own sender. */
  from?: { name: string; address: string }
  to: string[]
  subject: string
  text: string
  html?: string
  messageId?: string
  replyTo?: string
  headers?: Record<string, string>
  attachments?: MailAttachment[]
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

/** How values of the event are written into a template; its own text is never touched. */
export type RenderOptions = {
  /** Writes values as HTML text. */
  escapeHtml?: boolean
  /**
   * Writes values in another markup, as chats have; goes before `escapeHtml`. One function declared once: what was
   * compiled for it is kept.
   */
  escapeValue?: (value: string) => string
}

/** Renders Liquid templates against an event: strict about variables, sandboxed. */
export type TemplateRenderer = {
  /** Throws FlowError FLOW_TEMPLATE_INVALID (syntax) or FLOW_TEMPLATE_FAILED (missing variable, limit). */
  render: (template: string, scope: JsonObject, options?: RenderOptions) => Promise<string>
  /** Syntax check for forms. Throws FLOW_TEMPLATE_INVALID. */
  check: (template: string) => void
  /** A renderer whose templates may name those of the library: `{% render "name" %}`, `{% layout "name" %}`. */
  withLibrary?: (library: Readonly<Record<string, string>>) => TemplateRenderer
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
  /** Recipients that must not be written to, out of the channel's `recipients`. */
  withheld?: readonly string[]
  /** A marketing message to one person: where they say no to the next one. Templates have it as `{{ unsubscribeUrl }}`. */
  unsubscribeUrl?: string
  /** Devices of those the channel's `devices` names: of its kind, and at least one. */
  devices?: readonly PushDevice[]
  /** Where the service may tell later what became of the message; undefined when the site's address is not known. */
  callbackUrl?: string
  /** What the service calls the object of this document, as an earlier delivery to the same account learnt it; see `remoteObject`. */
  remoteId?: string
  /** The delivery's id: the same on every try. */
  idempotencyKey: string
  attemptNumber: number
  http: HttpClient
  mailer: Mailer
  /** The notifications of the site's own users. */
  inbox: Inbox
  templates: TemplateRenderer
  signal: AbortSignal
  /** Milliseconds since the epoch. */
  now: () => number
}

/**
 * What a channel can do, for the form and the docs; the contract suite holds it to that. A channel that writes data for systems
 * and no message for people declares none of the first four.
 */
export type ChannelCapabilities = {
  /** Writes a message; its `preview` has `text`. */
  text?: boolean
  /** Its messages may have markup; its `preview` has `html`. */
  html?: boolean
  /** Files go along. */
  attachments?: boolean
  /** The form has a button with a link. */
  buttons?: boolean
  /** Keeps one object per document or person, instead of making a new one each time. */
  upsert?: boolean
}

/** What the service bears. */
export type ChannelLimits = {
  /** Characters of one message. */
  textLength?: number
  /**
   * Requests of one account in a second. Deliveries are let go no faster than that, over all subscriptions and processes
   * together; what is too much waits and loses no try.
   */
  requestsPerSecond?: number
  /** Requests that a delivery mostly takes. @default 1 */
  requestsPerDelivery?: number
  /** Requests the service takes at once after a rest. @default a quarter of a second's worth */
  burst?: number
}

/** What a check of the account said: whose it is, or why it cannot be used. */
export type ConnectionReport =
  | { isOk: true; account: string }
  | { isOk: false; code: string; reason: string; reasons?: readonly Reason[] }

/** What a message will look like, without sending it. */
export type MessagePreview = {
  /** To whom it would go. */
  to: string
  subject?: string
  text?: string
  html?: string
  /** Names of the files that would go along. */
  attachments?: string[]
  /** The request's body for services that take data and no message. */
  json?: JsonObject
}

/** What a check of the account works with. */
export type ConnectionInput<Target> = Pick<
  DeliverInput<Target>,
  'secrets' | 'http' | 'signal' | 'now'
> & {
  /** The whole target, or, when stored credentials are checked by themselves, only what belongs to the account. */
  target: Partial<Target>
}

/** What a renewal of an account's tokens works with. */
export type RefreshInput<Target> = ConnectionInput<Target>

/** New secrets of an account, those that changed, and until when they hold; or why there are none. */
export type RefreshReport =
  | {
      isOk: true
      /** By field name; fields left out stay as they are. */
      secrets: Record<string, string>
      /** Milliseconds since the epoch; null: they do not expire. */
      expiresAt: number | null
    }
  | {
      isOk: false
      code: string
      reason: string
      reasons?: readonly Reason[]
      /** True: asking again cannot help, a person has to connect the account anew. */
      isFinal: boolean
    }

/** What a preview works with. */
export type PreviewInput<Target> = Pick<
  DeliverInput<Target>,
  'event' | 'body' | 'target' | 'templates' | 'now' | 'idempotencyKey'
>

/** For channels that write to devices of people instead of an address: the engine finds the devices and hands them in. */
export type ChannelDevices<Target> = {
  kind: DeviceKind
  /** Whom a message is for. Throws FlowError for a template that fails or gives no id of a user. */
  addressees: (
    input: Pick<DeliverInput<Target>, 'event' | 'target' | 'templates'>,
  ) => Promise<Addressees>
  /**
   * The public key that browsers subscribe with, base64url; undefined when there are no keys. Without an account's secrets:
   * that of the keys the channel was set up with. Throws FlowError for keys that are none.
   */
  publicKey?: (secrets?: Readonly<Record<string, string>>) => string | undefined
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
  /**
   * A fresh secret for the account in the vault when it is left empty there; a subscription that types no account in uses
   * the channel's own then. Absent when the user must bring one.
   */
  generateAccountSecret?: (fieldName: string) => string
  /** Refuses a malformed secret by throwing a FlowError. */
  checkSecret?: (fieldName: string, value: string) => void
  /** Checks that need more than a schema (SSRF, template syntax); throws FlowError. */
  validate?: (
    target: Target,
    tools: { http: HttpClient; templates: TemplateRenderer },
  ) => Promise<void>
  /** A short line for lists and logs, without secrets: `POST shop.example.com/hook`. */
  describeTarget: (target: Target) => string
  /** Words of the reasons the channel gives, beside those the engine knows; without them people read English. */
  reasons?: ReasonWords
  /** Rules for a type of event that lie below those of the form's mapping; for channels with a field `mapping`. */
  readyMapping?: (eventType: string) => FieldMapping
  capabilities?: ChannelCapabilities
  limits?: ChannelLimits
  /** Asks the service whether the account may be used, with a call that changes and sends nothing. */
  testConnection?: (input: ConnectionInput<Target>) => Promise<ConnectionReport>
  /**
   * Renews the tokens of stored credentials shortly before they expire. The engine calls it for one process at a time
   * and keeps what it answers before anybody uses it: a refresh token may be good for one use only.
   */
  refresh?: (input: RefreshInput<Target>) => Promise<RefreshReport>
  /** Whether an account with these secrets, by field name, is one that `refresh` renews. @default every one is */
  isRenewable?: (secretNames: readonly string[]) => boolean
  /** When an account ends whose secrets were typed in just now, milliseconds since the epoch; undefined when they do not say. */
  expiryOf?: (secrets: Readonly<Record<string, string>>) => number | undefined
  /** The message as it would be sent. Throws FlowError FLOW_TEMPLATE_INVALID or FLOW_TEMPLATE_FAILED. */
  preview?: (input: PreviewInput<Target>) => Promise<MessagePreview>
  /**
   * Whom a message goes to, as the list of suppressed addresses and consents know them (E.164, e-mail, `user:<id>`, a chat).
   * Those who must not get it are left out: all of them, and there is no try; some of them, and `deliver` finds them in
   * `withheld`. Staff and groups are not named.
   */
  recipients?: (
    input: Pick<DeliverInput<Target>, 'event' | 'target' | 'templates'>,
  ) => Promise<string[]>
  /**
   * What `recipients` are. Services tell of numbers and mailboxes that do not exist or want nothing, so every message asks for
   * them; for accounts (`user:<id>`) and chats marketing alone asks.
   */
  addressKind?: 'email' | 'phone' | 'user' | 'chat'
  /** Channels that write to devices of people. Without a device there is no try, and the delivery says so. */
  devices?: ChannelDevices<Target>
  /**
   * For channels that keep one object per document at the service: which one these deliveries are about, as a text without secrets
   * that tells accounts and kinds of objects apart (`example.amocrm.ru lead`). Null: every event makes a new one. The engine keeps
   * the `remoteId` of a delivered attempt for the document and hands it to later deliveries; goes with `capabilities.upsert`.
   */
  remoteObject?: (input: Pick<DeliverInput<Target>, 'target' | 'secrets'>) => string | null
  /** Understands what the service tells later of messages it took, at `/api/events/callbacks/:channel/:key`. */
  callback?: ChannelCallback<Target>
  /** One try. Must not throw for expected failures. */
  deliver: (input: DeliverInput<Target>) => Promise<Attempt>
}

/** A channel whose target type has been forgotten, once, for the registry. */
// biome-ignore lint/suspicious/noExplicitAny: the registry parses every target with the channel's own schema before use
export type AnyChannel = Channel<any>
