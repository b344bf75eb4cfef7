import { addressHash } from '../channels/addressHash.ts'
import type { ConsentSubject } from './consent.ts'

/** What records keep of an address, and find it by; the list of suppressed addresses has the same one. */
export function consentHash({
  address,
  channel,
  kind,
}: Pick<ConsentSubject, 'address' | 'channel' | 'kind'>): string {
  return addressHash(channel ?? kind, address)
}
