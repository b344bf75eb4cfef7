import type { Payload } from 'payload'

const largestSerial = 2_147_483_647
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * An id that came from outside, the way the collection's table holds it, or `undefined` when it cannot be one there:
 * Postgres fails on `id = 'abc'`, on a number too large and on a NUL character instead of finding nothing.
 */
export function documentIdOf(
  payload: Pick<Payload, 'collections' | 'db'>,
  collection: string,
  id: unknown,
): number | string | undefined {
  if (typeof id !== 'number' && typeof id !== 'string') return undefined
  const own = payload.collections[collection]?.customIDType
  if ((own ?? payload.db.defaultIDType) === 'text') {
    const text = String(id)
    const isUuid = own === undefined && Reflect.get(payload.db, 'idType') === 'uuid'
    const isPossible = isUuid ? uuid.test(text) : text !== '' && text.length <= 100
    return isPossible && !text.includes('\0') ? text : undefined
  }
  const isWhole = typeof id === 'number' ? Number.isInteger(id) : /^\d{1,10}$/.test(id)
  const number = Number(id)
  return isWhole && number >= 1 && number <= largestSerial ? number : undefined
}
