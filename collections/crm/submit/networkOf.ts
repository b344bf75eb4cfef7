import { isIP } from 'node:net'

/**
 * The address without the part that names one household: `203.0.113.0` for `203.0.113.77`, `2001:db8:1::` for
 * anything below it. `null` for what is no address.
 */
export function networkOf(address: string): string | null {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  const version = isIP(mapped)
  if (version === 4) return mapped.replace(/\d+$/, '0')
  if (version !== 6) return null
  const [head = '', tail] = mapped.replace(/%.*$/, '').split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const gap = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0')
  return `${[...before, ...gap, ...after].slice(0, 3).join(':')}::`
}
