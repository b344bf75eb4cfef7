import type { LookupFunction } from 'node:net'

import { Agent, buildConnector } from 'undici'

import { checkHeaders } from './checkHeaders.ts'
import { createHostVetting, type HostVetting } from './createHostVetting.ts'
import { createPinnedLookup } from './createPinnedLookup.ts'
import type { HttpClient } from './httpClient.ts'
import { type HttpTarget, parseTarget } from './parseTarget.ts'
import { performExchange } from './performExchange.ts'
import { resolveHost, type ResolveHost } from './resolveHost.ts'

/** How sockets are opened; replaced only by tests. */
export type MakeConnector = (options: {
  lookup: LookupFunction
  timeout: number
}) => buildConnector.connector

export type HttpClientOptions = {
  /** Lets requests go to this machine and to private networks. Metadata and link-local stay refused. */
  allowPrivateTargets: boolean
  /** @default the operating system's resolver */
  resolve?: ResolveHost
  /** Connections kept per origin; more requests wait for a free one. @default 128 */
  connectionsPerOrigin?: number
  /** DNS, TCP and TLS together, milliseconds. @default 5000 */
  connectTimeoutMs?: number
  /** Whole exchange when the request names no limit, milliseconds. @default 15000 */
  totalTimeoutMs?: number
  /** No request may ask for more, milliseconds. @default 30000 */
  maxTimeoutMs?: number
  /** @default 1000 */
  dnsTimeoutMs?: number
  /** How long a verdict on a host name holds, milliseconds. @default 1000 */
  dnsCacheMs?: number
  /** All header lines of an answer together, bytes. @default 16384 */
  maxHeaderBytes?: number
  /** Monotonic milliseconds. */
  now?: () => number
  makeConnector?: MakeConnector
}

const DEFAULT_RESPONSE_BYTES = 16_384
const MAX_TARGETS = 1000

const connectDirectly: MakeConnector = ({ lookup, timeout }) =>
  buildConnector({
    lookup,
    timeout,
    // Explicit, so that no environment variable can switch it off.
    rejectUnauthorized: true,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 1000,
  })

/** Creates the guarded way out. Connections are kept alive and shared by everyone who holds the client. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { allowPrivateTargets, totalTimeoutMs = 15_000, maxTimeoutMs = 30_000 } = options
  const vetHost = createHostVetting({
    allowPrivateTargets,
    resolve: options.resolve ?? resolveHost,
    dnsTimeoutMs: options.dnsTimeoutMs ?? 1000,
    dnsCacheMs: options.dnsCacheMs ?? 1000,
    now: options.now ?? (() => performance.now()),
  })
  const agent = createAgent(options, vetHost)
  const parse = rememberTargets((url) => parseTarget(url, { allowPrivateTargets }))
  const vetTarget = (target: HttpTarget): Promise<unknown> | undefined => {
    const verdict = target.isAddress ? undefined : vetHost(target.host)
    return Array.isArray(verdict) ? undefined : verdict
  }

  return {
    send: async (request) => {
      const target = parse(request.url)
      return performExchange({
        dispatcher: agent,
        request,
        target,
        headers: checkHeaders(request.headers ?? {}),
        timeoutMs: Math.min(request.timeoutMs ?? totalTimeoutMs, maxTimeoutMs),
        maxResponseBytes: request.maxResponseBytes ?? DEFAULT_RESPONSE_BYTES,
        vetted: vetTarget(target),
      })
    },
    vet: async (url) => {
      await vetTarget(parse(url))
    },
    close: () => agent.close(),
  }
}

/** undici's own Agent: reads no proxy variables and follows no redirects. The exchange keeps the deadline. */
function createAgent(options: HttpClientOptions, vetHost: HostVetting): Agent {
  const makeConnector = options.makeConnector ?? connectDirectly
  return new Agent({
    connections: options.connectionsPerOrigin ?? 128,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: options.maxHeaderBytes ?? 16_384,
    keepAliveMaxTimeout: 30_000,
    connect: makeConnector({
      lookup: createPinnedLookup(vetHost),
      timeout: options.connectTimeoutMs ?? 5000,
    }),
  })
}

/** Parsing a URL is the dearest step of the guard and the same few URLs come again and again. */
function rememberTargets(parse: (url: string) => HttpTarget): (url: string) => HttpTarget {
  const known = new Map<string, HttpTarget>()
  return (url) => {
    const hit = known.get(url)
    if (hit !== undefined) return hit
    const target = parse(url)
    if (known.size >= MAX_TARGETS) known.clear()
    known.set(url, target)
    return target
  }
}
