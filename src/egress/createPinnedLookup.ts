import type { LookupFunction } from 'node:net'

import { bareHost } from './bareHost.ts'
import type { HostVetting } from './createHostVetting.ts'

/**
 * The `lookup` a socket calls when it connects: it hands over only vetted addresses, so that what was
 * checked is what is connected to, whatever DNS says a moment later.
 */
export function createPinnedLookup(vetHost: HostVetting): LookupFunction {
  return (hostname, options, callback) => {
    const answer = async (): Promise<void> => {
      const addresses = await vetHost(bareHost(hostname))
      const wanted = addresses.filter(({ family }) => !options.family || options.family === family)
      const [first] = wanted.length > 0 ? wanted : addresses
      if (options.all === true) callback(null, wanted.length > 0 ? wanted : addresses)
      else callback(null, first?.address ?? '', first?.family ?? 0)
    }
    answer().catch((error: unknown) =>
      callback(error instanceof Error ? error : new Error(String(error)), ''),
    )
  }
}
