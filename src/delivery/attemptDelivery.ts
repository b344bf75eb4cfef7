import type { Attempt } from '../channels/attempt.ts'
import type { Mailer, TemplateRenderer } from '../channels/channel.ts'
import type { ChannelRegistry } from '../channels/channelRegistry.ts'
import type { KeyRing } from '../credentials/keyRing.ts'
import { secretContext } from '../credentials/secretContext.ts'
import type { HttpClient } from '../egress/httpClient.ts'
import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import { FlowError } from '../kernel/flowError.ts'
import { maskValues } from './maskValues.ts'

/** What a channel entry tells a try; the outbox holds it in memory. */
export type DeliverableEntry = {
  entryId: string
  channel: string
  target: unknown
  problem: string | null
  sealedSecrets: Record<string, string>
  retiredSecrets: readonly { field: string; sealed: string; validUntil: string }[]
}

/** The tools every try uses. */
export type AttemptTools = {
  channels: ChannelRegistry
  keyRing: KeyRing
  http: HttpClient
  mailer: Mailer
  templates: TemplateRenderer
  now: () => number
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
): Promise<{ attempt: Attempt; durationMs: number }> {
  const startedAt = performance.now()
  const opened = openSecrets(input.entry, tools)
  const attempt = 'outcome' in opened ? opened : await tryOnce(tools, input, opened)
  const durationMs = Math.round(performance.now() - startedAt)
  const secrets = 'outcome' in opened ? [] : Object.values(opened.secrets)
  const exchange = {
    request: maskValues(attempt.exchange.request, secrets) ?? {},
    response: maskValues(attempt.exchange.response, secrets),
  }
  return { attempt: { ...attempt, exchange }, durationMs }
}

async function tryOnce(
  tools: AttemptTools,
  input: Parameters<typeof attemptDelivery>[1],
  secrets: OpenedSecrets,
): Promise<Attempt> {
  const { body, entry } = input
  if (entry.problem !== null) {
    return refusal(
      'CONFIG_INVALID',
      `the channel's settings do not hold together: ${entry.problem}`,
    )
  }
  try {
    const channel = tools.channels.get(entry.channel)
    let parsed: FlowEvent | undefined
    return await channel.deliver({
      get event(): FlowEvent {
        // Parsed only for channels that look inside; a webhook sends the text as it is.
        parsed ??= JSON.parse(body) as FlowEvent
        return parsed
      },
      body,
      target: entry.target,
      ...secrets,
      idempotencyKey: input.deliveryId,
      attemptNumber: input.attemptNumber,
      http: tools.http,
      mailer: tools.mailer,
      templates: tools.templates,
      signal: input.signal,
      now: tools.now,
    })
  } catch (error) {
    if (error instanceof FlowError) return refusal(error.code, error.message)
    const reason = error instanceof Error ? error.message : String(error)
    return {
      outcome: 'unavailable',
      code: input.signal.aborted ? 'ABORTED' : 'CHANNEL_FAILED',
      reason,
      exchange: { request: {}, response: null },
    }
  }
}

type OpenedSecrets = { secrets: Record<string, string>; retiredSecrets: Record<string, string[]> }

function openSecrets(
  entry: DeliverableEntry,
  { keyRing, now }: AttemptTools,
): OpenedSecrets | Attempt {
  try {
    const open = (field: string, sealed: string): string => openOnce(keyRing, entry, field, sealed)
    const secrets: Record<string, string> = {}
    for (const [field, sealed] of Object.entries(entry.sealedSecrets)) {
      secrets[field] = open(field, sealed)
    }
    const retiredSecrets: Record<string, string[]> = {}
    for (const { field, sealed, validUntil } of entry.retiredSecrets) {
      if (Date.parse(validUntil) <= now()) continue
      retiredSecrets[field] = [...(retiredSecrets[field] ?? []), open(field, sealed)]
    }
    return { secrets, retiredSecrets }
  } catch (error) {
    if (error instanceof FlowError) return refusal(error.code, error.message)
    throw error
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

function refusal(code: string, reason: string): Attempt {
  return { outcome: 'rejected', code, reason, exchange: { request: {}, response: null } }
}
