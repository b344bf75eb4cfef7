import { createHash } from 'node:crypto'

import { normalAddress } from './normalAddress.ts'

/** What the list of suppressed addresses keeps of an address, 64 hexadecimal digits. */
export function addressHash(channel: string, address: string): string {
  return createHash('sha256')
    .update(`${channel}\n${normalAddress(address)}`)
    .digest('hex')
}
