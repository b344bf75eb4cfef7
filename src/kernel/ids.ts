import { randomFillSync } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

/** Which kind of row an id belongs to; the prefix makes ids recognisable in logs and support tickets. */
export type IdPrefix = 'evt' | 'dlv' | 'att' | 'wrk'

const BYTES_PER_ID = 16
/** Randomness for many ids is asked for at once: the call costs more than the bytes. */
const pool = new Uint8Array(BYTES_PER_ID * 256)
let used = pool.length

/** A new id such as `evt_0199…`: time-ordered (UUIDv7) and without dots, so it may be signed. */
export function newId(prefix: IdPrefix): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, used + BYTES_PER_ID)
  used += BYTES_PER_ID
  return `${prefix}_${uuidv7({ random })}`
}
