import { v7 as uuidv7 } from 'uuid'

/** Which kind of row an id belongs to; the prefix makes ids recognisable in logs and support tickets. */
export type IdPrefix = 'evt' | 'dlv' | 'att' | 'wrk'

/** A new id such as `evt_0199…`: time-ordered (UUIDv7) and without dots, so it may be signed. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${uuidv7()}`
}
