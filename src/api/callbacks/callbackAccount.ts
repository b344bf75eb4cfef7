import { secretContext } from '../../credentials/secretContext.ts'
import type { CallbackOwner } from '../../delivery/callbackKeys.ts'
import { notFound } from '../../http/notFound.ts'
import type { Sql } from '../../kernel/sql.ts'
import type { FlowRuntime } from '../../runtime/flowRuntime.ts'

/** What a channel needs to check a request: settings and opened secrets of the entry, or nothing for the server's account. */
export async function callbackAccount(
  { keyRing, subscriptions }: FlowRuntime,
  sql: Sql,
  { channel, entryId }: CallbackOwner,
): Promise<{ target: unknown; secrets: Record<string, string> }> {
  if (entryId === null) return { target: null, secrets: {} }
  const { rows } = await sql.query<{ revision: string }>(
    "SELECT revision FROM event_engine_state WHERE id = 'subscriptions'",
  )
  const { byId } = await subscriptions.atLeast(Number(rows[0]?.revision ?? 0))
  const entry = [...byId.values()]
    .flatMap(({ channels }) => channels)
    .find((each) => each.entryId === entryId && each.channel === channel)
  if (!entry || entry.target === null) throw notFound('callback', channel)
  const secrets = Object.entries(entry.sealedSecrets).map(([field, sealed]) => [
    field,
    keyRing.decrypt(sealed, secretContext(entryId, field)),
  ])
  return { target: entry.target, secrets: Object.fromEntries(secrets) }
}
