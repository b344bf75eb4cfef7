import type { Payload } from 'payload'

const MOST_SERIAL = 2_147_483_647
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Whether a text can be the id of a user here: what cannot be one would fail the whole query. */
export function mayBeUserId(payload: Payload, text: string): boolean {
  const users = payload.collections[payload.config.admin.user]
  const type = users?.customIDType ?? payload.db.defaultIDType
  if (type === 'number') return /^\d{1,10}$/.test(text) && Number(text) <= MOST_SERIAL
  return Reflect.get(payload.db, 'idType') === 'uuid' ? uuid.test(text) : true
}
