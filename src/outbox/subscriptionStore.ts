import type { Payload } from 'payload'

import type { AnyChannel } from '../channels/channel.ts'
import type { ChannelRegistry } from '../channels/channelRegistry.ts'
import { credentialFields } from '../channels/credentialFields.ts'
import { secretFieldNames } from '../channels/secretFields.ts'
import { loadCredentials } from '../credentials/credentialStore.ts'
import type { StoredCredential } from '../credentials/storedCredential.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import type { MessageKind } from '../delivery/addressBook.ts'
import type { Pace } from '../pace/pace.ts'
import { libraryOf, type MessageTemplate } from '../templates/messageTemplate.ts'
import { loadTemplates } from '../templates/messageTemplateStore.ts'
import type { TemplateLibrary } from '../templates/templateLibrary.ts'
import { templateFields } from './templateFields.ts'
import type { ActiveChannel, ActiveSubscription } from './activeSubscription.ts'
import type { SubscriptionSource } from './subscriptionCache.ts'
import { accountPaceOf } from './accountPaceOf.ts'

type StoredEntry = { id: string; blockType: string } & Record<string, unknown>
type StoredSubscription = {
  id: number | string
  name: string
  enabled?: boolean | null
  kind?: string | null
  needsConsent?: boolean | null
  events?: string[] | null
  filters?: unknown
  activeSince?: string | null
  retryDelaysSeconds?: number[] | null
  isPaused?: boolean | null
  maxConcurrency?: number | null
  rateLimit?: { count?: number | null; per?: 'second' | 'minute' | null } | null
  keepOrder?: boolean | null
  channels?: StoredEntry[] | null
}

/** Reads subscriptions past hooks and access, because the secrets must come sealed, not masked. */
export function createSubscriptionSource(
  payload: Payload,
  channels: ChannelRegistry,
): SubscriptionSource {
  return {
    load: async () => {
      const sql = await sqlOfRequest(payload)
      // Before the rows: a change in between is then seen again instead of missed.
      const revision = await sql.query<{ revision: string }>(
        "SELECT revision FROM event_engine_state WHERE id = 'subscriptions'",
      )
      const rows = await payload.db.find<StoredSubscription>({
        collection: 'event-subscriptions',
        pagination: false,
        limit: 0,
        sort: 'id',
      })
      const templates = await loadTemplates(payload)
      const tools = {
        channels,
        credentials: await loadCredentials({ payload, channels }),
        templates: new Map(templates.map((template) => [template.id, template])),
        library: libraryOf(templates),
      }
      return {
        revision: Number(revision.rows[0]?.revision ?? 0),
        subscriptions: rows.docs.map((row) => toActive(row, tools)),
      }
    },
  }
}

type Tools = {
  channels: ChannelRegistry
  credentials: ReadonlyMap<string, StoredCredential>
  templates: ReadonlyMap<string, MessageTemplate>
  library: TemplateLibrary
}

function toActive(row: StoredSubscription, tools: Tools): ActiveSubscription {
  const delays = row.retryDelaysSeconds ?? []
  return {
    id: String(row.id),
    name: row.name,
    isEnabled: row.enabled !== false,
    patterns: row.events ?? [],
    filter: row.filters ?? [],
    activeSince: row.activeSince ?? null,
    retryDelaysMs: delays.length > 0 ? delays.map((seconds) => seconds * 1_000) : null,
    isPaused: row.isPaused === true,
    pace: paceOf(row),
    channels: (row.channels ?? []).map((entry) => ({
      ...toActiveChannel(entry, tools),
      kind: kindOf(row),
    })),
  }
}

function kindOf({ kind, needsConsent }: StoredSubscription): MessageKind {
  if (kind === 'marketing') return { kind, needsConsent: needsConsent !== false }
  return { kind: kind === 'transactional' ? kind : 'ordinary' }
}

const MS_PER = { second: 1_000, minute: 60_000 } as const

function paceOf({ keepOrder, maxConcurrency, rateLimit }: StoredSubscription): Pace | null {
  const { count, per } = rateLimit ?? {}
  if (!maxConcurrency && !count && keepOrder !== true) return null
  return {
    maxConcurrency: maxConcurrency ?? null,
    rate: count ? { count, perMs: MS_PER[per ?? 'second'] } : null,
    keepOrder: keepOrder === true,
  }
}

function toActiveChannel(entry: StoredEntry, tools: Tools): ActiveChannel {
  const { channels, credentials, library, templates } = tools
  const base = {
    entryId: entry.id,
    channel: entry.blockType,
    isEnabled: entry['isDisabled'] !== true,
  }
  const none = { target: null, sealedSecrets: {}, retiredSecrets: [] }
  if (!channels.has(entry.blockType)) {
    return {
      ...base,
      ...none,
      targetLabel: entry.blockType,
      problem: `no channel "${entry.blockType}"`,
    }
  }
  const channel = channels.get(entry.blockType)
  const chosen = chosenOf(entry, 'credentials')
  const credential = chosen === undefined ? undefined : credentials.get(chosen)
  if (chosen !== undefined && credential?.channel !== channel.slug) {
    const problem = 'its stored credentials are gone or belong to another channel'
    return { ...base, ...none, targetLabel: channel.slug, problem }
  }
  // What was typed into the subscription does not count beside chosen credentials.
  const own = credential ? withoutAccount(entry, channel) : entry
  const template = templates.get(chosenOf(entry, 'messageTemplate') ?? '')
  const message = template ? templateFields(channel, template) : {}
  const given = Object.fromEntries(
    Object.entries({ ...own, ...message, ...credential?.values }).filter(
      ([, value]) => value !== null,
    ),
  )
  const parsed = channel.target.safeParse(given)
  const retired = entry['retiredSecrets']
  const retiredSecrets = Array.isArray(retired) ? retired : []
  if (!parsed.success) {
    const problem = parsed.error.issues.map((issue) => issue.message).join('; ')
    return { ...base, ...none, targetLabel: channel.slug, problem }
  }
  const targetLabel = channel.describeTarget(parsed.data)
  const accountPace = accountPaceOf(channel.limits ?? {}, {
    ...{ credentialId: credential?.id, entryId: entry.id },
  })
  return {
    ...base,
    target: parsed.data,
    targetLabel,
    problem: null,
    sealedSecrets: sealedIn(own, channel),
    retiredSecrets,
    ...(accountPace ? { accountPace } : {}),
    ...(credential ? { credential } : {}),
    ...(template ? { library } : {}),
  }
}

function sealedIn(entry: StoredEntry, channel: AnyChannel): Record<string, string> {
  const named = secretFieldNames(channel).map((name) => [name, entry[name]] as const)
  return Object.fromEntries(
    named.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** Id of the credentials or the template that an entry names; the adapter gives it bare. */
function chosenOf(
  entry: StoredEntry,
  field: 'credentials' | 'messageTemplate',
): string | undefined {
  const chosen = entry[field]
  return typeof chosen === 'number' || typeof chosen === 'string' ? String(chosen) : undefined
}

function withoutAccount(entry: StoredEntry, channel: AnyChannel): StoredEntry {
  const names = new Set(credentialFields(channel).map(({ name }) => name))
  const { blockType, id, ...rest } = entry
  const kept = Object.entries(rest).filter(([name]) => !names.has(name))
  return { ...Object.fromEntries(kept), blockType, id }
}

/** Channel that tells every process to look at the subscriptions again. */
export const SUBSCRIPTIONS_NOTIFICATION = 'flowmasters_subscriptions'

/** Raises the revision and wakes every process when (and if) the transaction commits. */
export const raiseRevisionSql = `
WITH raised AS (
  INSERT INTO event_engine_state (id, revision) VALUES ('subscriptions', 1)
  ON CONFLICT (id) DO UPDATE SET revision = event_engine_state.revision + 1 RETURNING id
) SELECT pg_notify('${SUBSCRIPTIONS_NOTIFICATION}', '') FROM raised`
