import ipaddr from 'ipaddr.js'

/**
 * What an address means to the egress guard.
 * - `public`: a host on the internet.
 * - `private`, `loopback`: inside the network or this machine; allowed only on the operator's word.
 * - `forbidden`: never a receiver (metadata services, link-local, multicast, unspecified, tunnels, documentation).
 */
export type AddressClass = 'public' | 'private' | 'loopback' | 'forbidden'

/** Cloud metadata services that live outside link-local space. */
const METADATA_ADDRESSES = new Set([
  '100.100.100.200',
  '168.63.129.16',
  'fd00:ec2::254',
  'fd20:ce::254',
])

/** Blocks inside 2000::/3 (the only allocated unicast space) that cannot be a receiver. */
const FORBIDDEN_V6 = [
  '2001::/23', // protocol assignments: Teredo, benchmarking, AMT, AS112, ORCHID
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: carries any IPv4 address
  '2620:4f:8000::/48', // AS112
  '3fff::/20', // documentation
].map((block) => ipaddr.IPv6.parseCIDR(block))

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')
const UNIQUE_LOCAL = ipaddr.IPv6.parseCIDR('fc00::/7')
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')
const NAT64_LOCAL = ipaddr.IPv6.parseCIDR('64:ff9b:1::/48')
const NAT64_NEIGHBOURHOOD = ipaddr.IPv6.parseCIDR('64::/16')

/** Classifies one textual IP address; anything that is not exactly one is `forbidden`. */
export function classifyAddress(address: string): AddressClass {
  if (METADATA_ADDRESSES.has(address)) return 'forbidden'
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return classifyV4(ipaddr.IPv4.parse(address))
  if (ipaddr.IPv6.isValid(address)) return classifyV6(ipaddr.IPv6.parse(address))
  return 'forbidden'
}

function classifyV4(address: ipaddr.IPv4): AddressClass {
  if (METADATA_ADDRESSES.has(address.toString())) return 'forbidden'
  switch (address.range()) {
    case 'unicast':
      return 'public'
    case 'loopback':
      return 'loopback'
    case 'private':
    case 'carrierGradeNat':
      return 'private'
    default:
      return 'forbidden'
  }
}

function classifyV6(address: ipaddr.IPv6): AddressClass {
  // A zone id only makes sense for link-local addresses.
  if (address.zoneId !== undefined && address.zoneId !== '') return 'forbidden'
  if (METADATA_ADDRESSES.has(address.toString())) return 'forbidden'
  if (address.range() === 'loopback') return 'loopback'
  if (isIsatap(address)) return 'forbidden'
  if (address.match(UNIQUE_LOCAL)) return 'private'
  if (address.match(NAT64)) return classifyEmbedded(address.toByteArray().slice(12))
  // The neighbours of the NAT64 prefix are the only part of ::/8 that is not refused outright.
  if (address.match(NAT64_NEIGHBOURHOOD)) return address.match(NAT64_LOCAL) ? 'forbidden' : 'public'
  if (!address.match(GLOBAL_UNICAST)) return 'forbidden'
  return FORBIDDEN_V6.some((block) => address.match(block)) ? 'forbidden' : 'public'
}

/** A translated address is as good as the IPv4 address inside, but never a way to a private one. */
function classifyEmbedded(octets: number[]): AddressClass {
  return classifyV4(new ipaddr.IPv4(octets)) === 'public' ? 'public' : 'forbidden'
}

/** ISATAP hides an IPv4 address behind any prefix: interface id `0:5efe:a.b.c.d` or `200:5efe:a.b.c.d`. */
function isIsatap(address: ipaddr.IPv6): boolean {
  return ((address.parts[4] ?? 0) & 0xfdff) === 0 && address.parts[5] === 0x5efe
}
