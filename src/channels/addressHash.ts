import { normalAddress } from './normalAddress.ts'
import { sha256Hex } from '../kernel/sha256Hex.ts'

/** What the list of suppressed addresses keeps of an address, 64 hexadecimal digits. */
export function addressHash(channel: string, address: string): string {
  return sha256Hex(`${channel}\n${normalAddress(address)}`)
}
