import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network a caller came from: enough to show where consent was given, too little to find a person.
 * `203.0.113.57` → `203.0.113.0`; of an IPv6 address the first 48 bits stay. `null` for anything else.
 */
export function truncatedAddress(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(plain)) return plain.replace(/\d+$/, '0')
  if (!isIPv6(address)) return null
  const [head = '', tail] = address.split('::')
  const start = head === '' ? [] : head.split(':')
  const missing =
    tail === undefined ? 0 : 8 - start.length - (tail === '' ? 0 : tail.split(':').length)
  const groups = [...start, ...Array.from({ length: missing }, () => '0')]
  return `${groups.slice(0, 3).join(':')}::`
}
