import { lookup } from 'node:dns/promises'

/** One DNS answer. */
export type ResolvedAddress = { address: string; family: number }

/** Turns a host name into all of its addresses; throws when there are none. */
export type ResolveHost = (host: string) => Promise<ResolvedAddress[]>

/** Asks the operating system, so that /etc/hosts and search domains work as everywhere else. */
export const resolveHost: ResolveHost = (host) => lookup(host, { all: true })
