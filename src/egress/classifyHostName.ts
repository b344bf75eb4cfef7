import type { AddressClass } from './classifyAddress.ts'

/** Names of metadata services, refused in every mode and without asking DNS. */
const METADATA_NAMES = new Set([
  'instance-data',
  'metadata',
  'metadata.azure.internal',
  'metadata.goog',
  'metadata.google.internal',
])
const METADATA_SUFFIXES = ['.metadata.google.internal', '.metadata.goog', '.ec2.internal']
/** Suffixes that never name a host on the internet. */
const LOCAL_SUFFIXES = [
  '.internal',
  '.local',
  '.localdomain',
  '.lan',
  '.home.arpa',
  '.intranet',
  '.corp',
]

/** What a host name says about itself before DNS is asked; `public` means "ask DNS". Expects lower case, no trailing dot. */
export function classifyHostName(host: string): AddressClass {
  if (METADATA_NAMES.has(host) || METADATA_SUFFIXES.some((suffix) => host.endsWith(suffix)))
    return 'forbidden'
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback'
  if (LOCAL_SUFFIXES.some((suffix) => host.endsWith(suffix) || host === suffix.slice(1)))
    return 'private'
  return 'public'
}
