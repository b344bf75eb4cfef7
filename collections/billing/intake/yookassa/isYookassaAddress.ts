import { BlockList, isIP } from 'node:net'

/** Where YooKassa sends from, by its documentation. */
const senders = new BlockList()
senders.addSubnet('185.71.76.0', 27)
senders.addSubnet('185.71.77.0', 27)
senders.addSubnet('77.75.153.0', 25)
senders.addSubnet('77.75.154.128', 25)
senders.addAddress('77.75.156.11')
senders.addAddress('77.75.156.35')
senders.addSubnet('2a02:5180::', 32, 'ipv6')

/** Whether an address belongs to YooKassa; IPv4 written as IPv6 counts as IPv4. */
export function isYookassaAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  const version = isIP(plain)
  return version !== 0 && senders.check(plain, version === 6 ? 'ipv6' : 'ipv4')
}
