import { createServer } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { buildConnector } from 'undici'

import {
  createHttpClient,
  type HttpClientOptions,
  type MakeConnector,
} from '../../../src/egress/createHttpClient.ts'
import type { ResolvedAddress } from '../../../src/egress/resolveHost.ts'
import { type Canary, startCanary } from './startCanary.ts'

const PUBLIC: ResolvedAddress = { address: '93.184.216.34', family: 4 }
const LOOPBACK: ResolvedAddress = { address: '127.0.0.1', family: 4 }

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'answered',
    (error: { code?: string }) => error.code,
  )

let canary: Canary
const standIn = createServer((_, response) => response.end('ok'))
let standInPort = 0
beforeAll(async () => {
  canary = await startCanary()
  await new Promise<void>((resolve) => standIn.listen(0, '127.0.0.1', resolve))
  standInPort = (standIn.address() as AddressInfo).port
})
afterAll(async () => {
  await canary.close()
  standIn.closeAllConnections()
  await new Promise((resolve) => standIn.close(resolve))
})

const askPinned = (lookup: LookupFunction, hostname: string): Promise<ResolvedAddress[]> =>
  new Promise((resolve, reject) => {
    lookup(hostname, { all: true }, (error, addresses) => {
      if (error === null) resolve(addresses as unknown as ResolvedAddress[])
      else reject(error)
    })
  })

/** Opens every connection at the stand-in, after noting which addresses the guard handed to the socket. */
function recordingConnector(pinned: string[]): MakeConnector {
  return ({ lookup, timeout }) => {
    const connect = buildConnector({ timeout })
    return (options, callback) => {
      askPinned(lookup, options.hostname).then(
        (addresses) => {
          pinned.push(...addresses.map(({ address }) => address))
          connect({ ...options, hostname: '127.0.0.1', port: String(standInPort) }, callback)
        },
        (error: Error) => callback(error, null),
      )
    }
  }
}

/** DNS that answers each question with the next line; the last line repeats. */
function scripted(lines: ResolvedAddress[][]): {
  resolve: () => Promise<ResolvedAddress[]>
  asked: () => number
} {
  let asked = 0
  return {
    asked: () => asked,
    resolve: async () => {
      const line = lines[Math.min(asked, lines.length - 1)] ?? []
      asked += 1
      return line
    },
  }
}

async function withClient<Result>(
  options: Partial<HttpClientOptions>,
  work: (client: ReturnType<typeof createHttpClient>) => Promise<Result>,
): Promise<Result> {
  const client = createHttpClient({ allowPrivateTargets: false, ...options })
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

const post = (host: string) => ({
  url: `http://${host}:${canary.port}/`,
  method: 'POST' as const,
  body: '{}',
})

describe('what DNS answers', () => {
  test.each([
    ['only loopback', [LOOPBACK]],
    ['public first, private second', [PUBLIC, LOOPBACK]],
    ['private first, public second', [LOOPBACK, PUBLIC]],
    ['public v4, link-local v6', [PUBLIC, { address: 'fe80::1%eth0', family: 6 }]],
    ['a mapped address', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    ['the end of a CNAME chain inside', [PUBLIC, { address: '10.1.2.3', family: 4 }]],
    ['metadata', [{ address: '169.254.169.254', family: 4 }]],
    ['something that is no address', [{ address: '0x7f.1', family: 4 }]],
    ['IPv6 loopback', [{ address: '::1', family: 6 }]],
  ])('%s condemns the whole name and nothing connects', async (_, addresses) => {
    await withClient({ resolve: async () => addresses }, async (client) => {
      expect(await codeOf(client.send(post('rebind.example')))).toBe('FLOW_EGRESS_FORBIDDEN_TARGET')
      expect(await codeOf(client.vet(post('rebind.example').url))).toBe(
        'FLOW_EGRESS_FORBIDDEN_TARGET',
      )
    })
    expect(canary.connections()).toBe(0)
  })

  test.each(['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'ESERVFAIL'])(
    '%s is a DNS failure, not a forbidden target',
    async (code) => {
      const resolve = async (): Promise<never> => {
        throw Object.assign(new Error(code), { code })
      }
      await withClient({ resolve }, async (client) => {
        expect(await codeOf(client.send(post('gone.example')))).toBe('FLOW_EGRESS_DNS')
      })
    },
  )

  test('no address at all is a DNS failure', async () => {
    await withClient({ resolve: async () => [] }, async (client) => {
      expect(await codeOf(client.send(post('empty.example')))).toBe('FLOW_EGRESS_DNS')
    })
  })

  test('a real name that cannot exist is a DNS failure with the real resolver', async () => {
    await withClient({ dnsTimeoutMs: 20_000 }, async (client) => {
      expect(
        await codeOf(client.send({ ...post('no-such-host.invalid'), timeoutMs: 20_000 })),
      ).toBe('FLOW_EGRESS_DNS')
    })
  })

  test('a resolver that hangs is given up, and is not asked again while it hangs', async () => {
    let asked = 0
    const resolve = (): Promise<never> => {
      asked += 1
      return new Promise(() => {})
    }
    await withClient({ resolve, dnsTimeoutMs: 20 }, async (client) => {
      expect(await codeOf(client.send(post('slow.example')))).toBe('FLOW_EGRESS_DNS')
      expect(await codeOf(client.send(post('slow.example')))).toBe('FLOW_EGRESS_DNS')
    })
    expect(asked).toBe(1)
  })
})

describe('DNS rebinding', () => {
  test('the vetted address is pinned into the connection, whatever DNS says a moment later', async () => {
    const pinned: string[] = []
    const { resolve, asked } = scripted([[PUBLIC], [LOOPBACK]])
    await withClient(
      { resolve, now: () => 0, makeConnector: recordingConnector(pinned) },
      async (client) => {
        expect((await client.send(post('rebind.example'))).status).toBe(200)
      },
    )
    expect(pinned).toEqual([PUBLIC.address])
    expect(asked()).toBe(1)
    expect(canary.connections()).toBe(0)
  })

  test('TTL 0: public when vetted, private when connecting, is refused at the connection', async () => {
    const pinned: string[] = []
    const { resolve } = scripted([[PUBLIC], [LOOPBACK]])
    await withClient(
      { resolve, dnsCacheMs: 0, makeConnector: recordingConnector(pinned) },
      async (client) => {
        expect(await codeOf(client.send(post('rebind.example')))).toBe(
          'FLOW_EGRESS_FORBIDDEN_TARGET',
        )
      },
    )
    expect(pinned).toEqual([])
  })

  test('the same with the real connector: the canary sees nothing', async () => {
    const { resolve } = scripted([[PUBLIC], [LOOPBACK]])
    await withClient({ resolve, dnsCacheMs: 0 }, async (client) => {
      expect(await codeOf(client.send(post('rebind.example')))).toBe('FLOW_EGRESS_FORBIDDEN_TARGET')
    })
    expect(canary.connections()).toBe(0)
  })

  test('a kept-alive connection does not spare a later attempt the check', async () => {
    let now = 0
    const { resolve, asked } = scripted([[PUBLIC], [PUBLIC], [LOOPBACK]])
    await withClient(
      { resolve, now: () => now, makeConnector: recordingConnector([]) },
      async (client) => {
        expect(await codeOf(client.send(post('rebind.example')))).toBe('answered')
        expect(await codeOf(client.send(post('rebind.example')))).toBe('answered')
        expect(asked()).toBe(1)
        now = 1000
        expect(await codeOf(client.send(post('rebind.example')))).toBe('answered')
        now = 2000
        expect(await codeOf(client.send(post('rebind.example')))).toBe(
          'FLOW_EGRESS_FORBIDDEN_TARGET',
        )
      },
    )
    expect(asked()).toBe(3)
  })

  test('a hundred attempts at once ask DNS once', async () => {
    const { resolve, asked } = scripted([[PUBLIC]])
    await withClient(
      { resolve, now: () => 0, makeConnector: recordingConnector([]) },
      async (client) => {
        const answers = await Promise.all(
          Array.from({ length: 100 }, () => client.send(post('busy.example'))),
        )
        expect(answers.every(({ status }) => status === 200)).toBe(true)
      },
    )
    expect(asked()).toBe(1)
  })
})
