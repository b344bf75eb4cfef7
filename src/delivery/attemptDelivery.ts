import type { Attempt } from '../channels/attempt.ts'
import type { AnyChannel, Mailer, TemplateRenderer } from '../channels/channel.ts'
import type { Inbox } from '../channels/inbox.ts'
import type { ChannelRegistry } from '../channels/channelRegistry.ts'
import { createReasons, type SaidReason } from '../channels/createReasons.ts'
import type { PushDevice } from '../channels/pushDevice.ts'
import { reasonOfError } from '../channels/reasonOfError.ts'
import type { RefreshOutcome } from '../credentials/credentialRefresher.ts'
import type { KeyRing } from '../credentials/keyRing.ts'
import { openCredential, type VaultKeys } from '../credentials/openCredential.ts'
import { secretContext } from '../credentials/secretContext.ts'
import type { StoredCredential } from '../credentials/storedCredential.ts'
import type { HttpClient } from '../egress/httpClient.ts'
import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import { engineReasons } from '../delivery-log/engineReasons.ts'
import { FlowError } from '../kernel/flowError.ts'
import type { TemplateLibrary } from '../templates/templateLibrary.ts'
import type { UnsubscribeLinks } from '../consents/createUnsubscribeLinks.ts'
import type { AddressBook, MessageKind } from './addressBook.ts'
import { checkedAttempt } from './checkedAttempt.ts'
import { deliverToObject } from './deliverToObject.ts'
import type { DeviceBook } from './deviceBook.ts'
import { deviceSecrets } from '../channels/deviceSecrets.ts'
import { findAudience } from './findAudience.ts'
import { maskAttempt } from './maskAttempt.ts'
import { recordDevices } from './recordDevices.ts'
import type { RemoteObjectBook } from './remoteObjectBook.ts'
import { remoteObjectOf } from './remoteObjectOf.ts'
import { withUnsubscribeUrl } from './withUnsubscribeUrl.ts'

const because = createReasons(engineReasons)

/** What a channel entry tells a try; the outbox holds it in memory. */
export type DeliverableEntry = {
  entryId: string
  channel: string
  target: unknown
  problem: string | null
  sealedSecrets: Record<string, string>
  retiredSecrets: readonly { field: string; sealed: string; validUntil: string }[]
  /** The account out of the vault; absent when it was typed into the subscription. */
  credential?: StoredCredential
  /** What the chosen template may name; absent without one. */
  library?: TemplateLibrary
  /** @default ordinary */
  kind?: MessageKind
}

/** The tools every try uses. */
export type AttemptTools = Partial<Pick<VaultKeys, 'variables'>> & {
  channels: ChannelRegistry
  keyRing: KeyRing
  /** Renews what is about to expire, before it is used; absent where no credentials are stored. */
  refresh?: (credential: StoredCredential) => Promise<RefreshOutcome>
  http: HttpClient
  mailer: Mailer
  inbox: Inbox
  templates: TemplateRenderer
  /** Who must not be written to. @default nobody */
  addresses?: AddressBook
  /** Links that end a person's consent; absent where nobody asks for one. */
  unsubscribe?: Pick<UnsubscribeLinks, 'url'>
  /** Devices of people, for channels that write to them. @default nobody has one */
  devices?: DeviceBook
  /** What services call the objects of documents. @default nothing is known */
  remoteObjects?: RemoteObjectBook
  /** Where a service may tell later what became of a message; undefined when the site's address is not known. */
  callbackUrl?: (entry: Pick<DeliverableEntry, 'channel' | 'entryId'>) => string | undefined
  now: () => number
}

/** What came of one try. */
export type TriedDelivery = {
  attempt: Attempt
  durationMs: number
  /** The service's own id of the message, when it will tell of it later. */
  messageId: string | null
  /** Nothing was tried: everybody it would go to is suppressed, or has no device. */
  isSkipped: boolean
}

/**
 * One try. Never throws: a channel that throws or overruns has a bug or a broken configuration, and the
 * delivery's log says so.
 */
export async function attemptDelivery(
  tools: AttemptTools,
  input: {
    deliveryId: string
    body: string
    entry: DeliverableEntry
    attemptNumber: number
    signal: AbortSignal
  },
): Promise<TriedDelivery> {
  const startedAt = performance.now()
  const opened = await openSecrets(input.entry, tools)
  const tried: Tried =
    'outcome' in opened ? { attempt: opened } : await tryOnce(tools, input, opened)
  const { attempt, devices = [], isSkipped = false } = tried
  const durationMs = Math.round(performance.now() - startedAt)
  const secrets = 'outcome' in opened ? [] : Object.values(opened.secrets)
  const messageId = messageIdOf(attempt, tools, input.entry)
  const masked = maskAttempt(attempt, [...secrets, ...devices.flatMap(deviceSecrets)])
  return { attempt: masked, durationMs, messageId, isSkipped }
}

function messageIdOf(
  attempt: Attempt,
  { channels }: AttemptTools,
  { channel }: DeliverableEntry,
): string | null {
  if (attempt.outcome !== 'delivered' || !channels.has(channel)) return null
  if (channels.get(channel).callback === undefined) return null
  const messageId = attempt.receipt?.['messageId']
  return typeof messageId === 'string' ? messageId : null
}

type Tried = { attempt: Attempt; isSkipped?: boolean; devices?: readonly PushDevice[] }

async function tryOnce(
  tools: AttemptTools,
  input: Parameters<typeof attemptDelivery>[1],
  secrets: OpenedSecrets,
): Promise<Tried> {
  const { body, entry } = input
  if (entry.problem !== null) {
    const said = because('config_invalid', { problem: entry.problem })
    return { attempt: refusal('CONFIG_INVALID', said) }
  }
  let devices: readonly PushDevice[] = []
  try {
    const channel = tools.channels.get(entry.channel)
    let parsed: FlowEvent | undefined
    // Parsed only for channels that look inside; a webhook sends the text as it is.
    const event = (): FlowEvent => {
      parsed ??= JSON.parse(body) as FlowEvent
      return parsed
    }
    const { kind = { kind: 'ordinary' }, target } = entry
    const audience = await findAudience(tools, channel, { event, kind, target })
    if ('code' in audience) {
      const { code, isSkipped, said } = audience
      return { attempt: refusal(code, said), isSkipped }
    }
    devices = audience.devices ?? []
    const about = {
      book: tools.remoteObjects,
      object: remoteObjectOf(channel, entry, { event, secrets: secrets.secrets }),
      ...{ deliveryId: input.deliveryId, signal: input.signal },
    }
    const attempt = await deliverToObject(about, async (remoteId) =>
      checkedAttempt(
        await channel.deliver({
          get event(): FlowEvent {
            return event()
          },
          ...audience,
          ...(remoteId === undefined ? {} : { remoteId }),
          ...ownTools(tools, input, { channel, unsubscribeUrl: audience.unsubscribeUrl }),
          ...secrets,
        }),
      ),
    )
    await suppressNamed(tools, attempt, input)
    await recordDevices(tools.devices, attempt, devices)
    return { attempt, devices }
  } catch (error) {
    return { attempt: failure(error, input.signal), devices }
  }
}

/** What of a try does not depend on its event. */
function ownTools(
  tools: AttemptTools,
  { attemptNumber, body, deliveryId, entry, signal }: Parameters<typeof attemptDelivery>[1],
  { channel, unsubscribeUrl }: { channel: AnyChannel; unsubscribeUrl: string | undefined },
) {
  const { http, inbox, mailer, now } = tools
  const callbackUrl = channel.callback && tools.callbackUrl?.(entry)
  return {
    ...(callbackUrl === undefined ? {} : { callbackUrl }),
    ...{ body, target: entry.target, idempotencyKey: deliveryId, attemptNumber, signal },
    ...{ http, mailer, inbox, now },
    templates: templatesFor(tools, entry, unsubscribeUrl),
  }
}

function failure(error: unknown, signal: AbortSignal): Attempt {
  if (error instanceof FlowError) return refusal(error.code, reasonOfError(error))
  const detail = error instanceof Error ? error.message : String(error)
  return {
    outcome: 'unavailable',
    ...(signal.aborted
      ? { code: 'ABORTED', ...because('aborted', { detail }) }
      : { code: 'CHANNEL_FAILED', ...because('channel_failed', { detail }) }),
    exchange: { request: {}, response: null },
  }
}

function templatesFor(
  { templates }: AttemptTools,
  { library }: DeliverableEntry,
  unsubscribeUrl: string | undefined,
): TemplateRenderer {
  const renderer = (library && templates.withLibrary?.(library)) ?? templates
  return unsubscribeUrl === undefined ? renderer : withUnsubscribeUrl(renderer, unsubscribeUrl)
}

/** The answer stands, whether or not it could be remembered: the next one will say the same. */
async function suppressNamed(
  { addresses }: AttemptTools,
  attempt: Attempt,
  { deliveryId, entry: { channel } }: Parameters<typeof attemptDelivery>[1],
): Promise<void> {
  if (attempt.outcome !== 'rejected' || attempt.suppress === undefined) return
  await addresses?.suppress([{ ...attempt.suppress, channel, deliveryId }]).catch(() => {})
}

type OpenedSecrets = { secrets: Record<string, string>; retiredSecrets: Record<string, string[]> }

async function openSecrets(
  entry: DeliverableEntry,
  tools: AttemptTools,
): Promise<OpenedSecrets | Attempt> {
  const { keyRing, now, variables = {} } = tools
  try {
    const credential = await freshCredential(entry, tools)
    if (credential && 'outcome' in credential) return credential
    const open = (field: string, sealed: string): string => openOnce(keyRing, entry, field, sealed)
    const secrets: Record<string, string> = {}
    for (const [field, sealed] of Object.entries(entry.sealedSecrets)) {
      secrets[field] = open(field, sealed)
    }
    if (credential) Object.assign(secrets, openCredential(credential, { keyRing, variables }))
    const retiredSecrets: Record<string, string[]> = {}
    for (const { field, sealed, validUntil } of entry.retiredSecrets) {
      if (Date.parse(validUntil) <= now()) continue
      retiredSecrets[field] = [...(retiredSecrets[field] ?? []), open(field, sealed)]
    }
    return { secrets, retiredSecrets }
  } catch (error) {
    if (error instanceof FlowError) return refusal(error.code, reasonOfError(error))
    throw error
  }
}

/** The account as it may be used now, or why it may not: its tokens could not be renewed. */
async function freshCredential(
  { credential }: DeliverableEntry,
  { refresh }: AttemptTools,
): Promise<StoredCredential | Attempt | undefined> {
  if (!credential || !refresh) return credential
  const refreshed = await refresh(credential)
  if (refreshed.isOk) return refreshed.credential
  const { code, isFinal, reason, reasons } = refreshed
  return {
    outcome: isFinal ? 'rejected' : 'unavailable',
    code,
    reason,
    ...(reasons ? { reasons } : {}),
    exchange: { request: {}, response: null },
  }
}

/** A sealed value opens the same way for as long as its subscription is in memory. */
const openedSecrets = new WeakMap<DeliverableEntry, Map<string, string>>()

function openOnce(
  keyRing: KeyRing,
  entry: DeliverableEntry,
  field: string,
  sealed: string,
): string {
  let secrets = openedSecrets.get(entry)
  if (!secrets) {
    secrets = new Map()
    openedSecrets.set(entry, secrets)
  }
  let plain = secrets.get(sealed)
  if (plain === undefined) {
    plain = keyRing.decrypt(sealed, secretContext(entry.entryId, field))
    secrets.set(sealed, plain)
  }
  return plain
}

function refusal(code: string, said: SaidReason): Attempt {
  return { outcome: 'rejected', code, ...said, exchange: { request: {}, response: null } }
}
