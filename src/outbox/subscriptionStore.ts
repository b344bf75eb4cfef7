import type { Payload } from 'payload'

import type { ChannelRegistry } from '../channels/channelRegistry.ts'
import { secretFieldNames } from '../channels/secretFields.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import type { ActiveChannel, ActiveSubscription } from './activeSubscription.ts'
import type { SubscriptionSource } from './subscriptionCache.ts'

type StoredEntry = { id: string; blockType: string } & Record<string, unknown>
type StoredSubscription = {
  id: number | string
  name: string
  enabled?: boolean | null
  events?: string[] | null
  filters?: unknown
  activeSince?: string | null
  retryDelaysSeconds?: number[] | null
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
      return {
        revision: Number(revision.rows[0]?.revision ?? 0),
        subscriptions: rows.docs.map((row) => toActive(row, channels)),
      }
    },
  }
}

function toActive(row: StoredSubscription, channels: ChannelRegistry): ActiveSubscription {
  const delays = row.retryDelaysSeconds ?? []
  return {
    id: String(row.id),
    name: row.name,
    isEnabled: row.enabled !== false,
    patterns: row.events ?? [],
    filter: row.filters ?? [],
    activeSince: row.activeSince ?? null,
    retryDelaysMs: delays.length > 0 ? delays.map((seconds) => seconds * 1_000) : null,
    channels: (row.channels ?? []).map((entry) => toActiveChannel(entry, channels)),
  }
}

function toActiveChannel(entry: StoredEntry, channels: ChannelRegistry): ActiveChannel {
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
  const given = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null))
  const parsed = channel.target.safeParse(given)
  const sealedSecrets: Record<string, string> = {}
  for (const name of secretFieldNames(channel)) {
    const value = entry[name]
    if (typeof value === 'string') sealedSecrets[name] = value
  }
  const retired = entry['retiredSecrets']
  const retiredSecrets = Array.isArray(retired) ? retired : []
  if (!parsed.success) {
    const problem = parsed.error.issues.map((issue) => issue.message).join('; ')
    return { ...base, ...none, targetLabel: channel.slug, problem }
  }
  const targetLabel = channel.describeTarget(parsed.data)
  return { ...base, target: parsed.data, targetLabel, problem: null, sealedSecrets, retiredSecrets }
}

/** Channel that tells every process to look at the subscriptions again. */
export const SUBSCRIPTIONS_NOTIFICATION = 'flowmasters_subscriptions'

/** Raises the revision and wakes every process when (and if) the transaction commits. */
export const raiseRevisionSql = `
WITH raised AS (
  INSERT INTO event_engine_state (id, revision) VALUES ('subscriptions', 1)
  ON CONFLICT (id) DO UPDATE SET revision = event_engine_state.revision + 1 RETURNING id
) SELECT pg_notify('${SUBSCRIPTIONS_NOTIFICATION}', '') FROM raised`
