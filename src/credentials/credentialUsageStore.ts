import type { Payload, PayloadRequest } from 'payload'

/** A subscription that uses credentials. */
export type CredentialUser = { id: number | string; name: string; isEnabled: boolean }

type Row = {
  id: number | string
  name?: string
  enabled?: boolean | null
  channels?: { credentials?: unknown; messageTemplate?: unknown }[] | null
}

/** Who uses which credentials, or which templates: subscriptions by the id of what they use, ordered by name. */
export async function subscriptionsUsing(
  payload: Payload,
  req: Partial<PayloadRequest> = {},
  field: 'credentials' | 'messageTemplate' = 'credentials',
): Promise<ReadonlyMap<string, readonly CredentialUser[]>> {
  const { docs } = await payload.db.find<Row>({
    collection: 'event-subscriptions',
    pagination: false,
    limit: 0,
    sort: 'name',
    req,
  })
  const users = new Map<string, CredentialUser[]>()
  for (const { channels, enabled, id, name = '' } of docs) {
    const used = new Set((channels ?? []).flatMap((entry) => idOf(entry[field]) ?? []))
    for (const credential of used) {
      const user = { id, name, isEnabled: enabled !== false }
      users.set(credential, [...(users.get(credential) ?? []), user])
    }
  }
  return users
}

function idOf(relation: unknown): string | undefined {
  return typeof relation === 'number' || typeof relation === 'string' ? String(relation) : undefined
}
