import { randomFillSync } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

/** Which kind of row an id belongs to; the prefix makes ids recognisable in logs and support tickets. */
export type IdPrefix = 'evt' | 'dlv' | 'att' | 'wrk' | 'run' | 'alr' | 'rpl' | 'rec' | 'gap'

const BYTES_PER_ID = 16
/** Randomness for many ids is asked for at once: the call costs more than the bytes. */
const pool = new Uint8Array(BYTES_PER_ID * 256)
let used = pool.length
let lastMs = 0
let sequence = 0

/**
 * A new id such as `evt_0199…`: UUIDv7 without dots, so it may be signed. Ids of one process rise, also within a
 * millisecond and when the clock steps back: the events of one save are listed in their order.
 */
export function newId(prefix: IdPrefix): string {
  const random = nextBytes()
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    // Leaves room to count within the millisecond.
    sequence = ((random[6] ?? 0) << 16) | ((random[7] ?? 0) << 8) | (random[8] ?? 0)
  } else {
    sequence += 1
  }
  return `${prefix}_${uuidv7({ random, msecs: lastMs, seq: sequence })}`
}

function nextBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += BYTES_PER_ID
  return pool.subarray(used - BYTES_PER_ID, used)
}
