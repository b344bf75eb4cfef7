import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'

import type { Actor } from '../payload/createActor.ts'

/** Gives a user an API key; the answer goes into the headers of a request. */
export async function createApiKey(
  payload: Payload,
  { id }: Pick<Actor, 'id'>,
): Promise<{ authorization: string }> {
  const apiKey = randomUUID()
  await payload.update({ collection: 'users', id, data: { enableAPIKey: true, apiKey } })
  return { authorization: `users API-Key ${apiKey}` }
}
