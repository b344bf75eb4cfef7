import { isIP } from 'node:net'

import { bareHost } from './bareHost.ts'
import { type AddressClass, classifyAddress } from './classifyAddress.ts'
import { classifyHostName } from './classifyHostName.ts'
import { egressError } from './egressError.ts'
import { isAllowedClass } from './isAllowedClass.ts'
import { isForbiddenPort } from './isForbiddenPort.ts'

/** A URL that passed every check that needs no DNS. */
export type HttpTarget = {
  origin: string
  /** Path and query, percent-encoded. */
  path: string
  /** Lower-case name without a trailing dot, or a bare IP address. */
  host: string
  /** IP literals were classified while parsing and need no DNS. */
  isAddress: boolean
}

const MAX_URL_LENGTH = 8192

/**
 * Parses and judges a URL the way a browser would read it, so that every spelling of an address
 * (octal, hex, full-width, percent-encoded) is judged by what it means.
 * @throws FlowError FLOW_EGRESS_INVALID_REQUEST (not a URL) or FLOW_EGRESS_FORBIDDEN_TARGET.
 */
export function parseTarget(
  text: string,
  { allowPrivateTargets }: { allowPrivateTargets: boolean },
): HttpTarget {
  const url = parseUrl(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw forbidden('only http and https URLs are allowed', { variant: 'scheme' })
  if (hasUserInfo(text, url))
    throw forbidden('a URL must not carry a user name or password', { variant: 'password' })
  if (isForbiddenPort(Number(url.port === '' ? 443 : url.port)))
    throw forbidden(`port ${url.port} is not allowed`, { variant: 'port', port: url.port })
  const host = bareHost(url.hostname)
  if (host === '') throw forbidden('the URL has no host', { variant: 'host' })
  const isAddress = isIP(host) !== 0
  const kind = isAddress ? classifyAddress(host) : classifyHostName(host)
  if (!isAllowedClass(kind, { allowPrivateTargets }))
    throw forbidden(`${describe(kind)} cannot be a target`, { variant: 'inside' })
  return { origin: url.origin, path: url.pathname + url.search, host, isAddress }
}

function parseUrl(text: string): URL {
  // The parser silently drops tabs and newlines and turns backslashes into slashes; nobody means that.
  const isReadable = text.length <= MAX_URL_LENGTH && !hasOddCharacters(text)
  const url = isReadable ? tryParse(text) : null
  if (url === null)
    throw egressError({
      code: 'FLOW_EGRESS_INVALID_REQUEST',
      message: 'this is not a valid URL',
      details: { variant: 'url' },
    })
  return url
}

function tryParse(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** Control characters, white space and backslashes. */
function hasOddCharacters(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code <= 0x20 || code === 0x7f || code === 0x5c) return true
  }
  return false
}

/** Looks at the text too: an empty `user@` leaves no trace in the parsed URL. */
function hasUserInfo(text: string, url: URL): boolean {
  const authority = /^[^:]+:\/*([^/?#]*)/.exec(text)?.[1] ?? ''
  return url.username !== '' || url.password !== '' || authority.includes('@')
}

function describe(kind: AddressClass): string {
  if (kind === 'loopback') return 'this machine itself'
  return kind === 'private' ? 'a private network address' : 'a reserved or link-local address'
}

function forbidden(message: string, details: { variant: string; port?: string }): Error {
  return egressError({ code: 'FLOW_EGRESS_FORBIDDEN_TARGET', message, details })
}
