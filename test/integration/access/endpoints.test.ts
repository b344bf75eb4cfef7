import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createApiKey } from '../../support/flow/createApiKey.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import type { Actor } from '../../support/payload/createActor.ts'
import { createActors } from '../../support/payload/createActors.ts'
import { type Caller, callers } from './accessTable.ts'
import { endpointTable } from './endpointTable.ts'

/** What Payload answers itself at the root and in every collection; its access functions are in the other matrix. */
const payloadsOwn = [
  /^\/access$/,
  /^\/graphql/,
  /^\/payload-/,
  /^\/reorder/,
  /^\/:id$/,
  /^\/$/,
  /^\/count$/,
  /^\/(?:access|duplicate|preview|versions)(?:\/|$)/,
  /^\/:id\/(?:access|duplicate|preview|versions|schedule)/,
  /^\/(?:file|paste-url)\//,
  /^\/:key$/,
  /^\/(?:init|me|first-register|forgot-password|login|logout|refresh-token|reset-password|unlock|verify\/:id)$/,
]

type Door = { method: string; path: string }

let flow: BootedFlow
let actors: Record<Caller, Actor | undefined>

beforeAll(async () => {
  flow = await bootFlow({ worker: false, metricsToken: 'a-token-of-the-scraper' })
  actors = { visitor: undefined, ...(await createActors(flow.payload)) }
}, 300_000)
afterAll(() => flow?.destroy())

function doors(): Door[] {
  const { collections, endpoints, globals } = flow.payload.config
  const owners = [
    { root: '', endpoints },
    ...collections.map((each) => ({ root: `/${each.slug}`, endpoints: each.endpoints || [] })),
    ...globals.map((each) => ({ root: `/globals/${each.slug}`, endpoints: each.endpoints || [] })),
  ]
  return owners.flatMap(({ endpoints: list, root }) =>
    list
      .filter(({ path }) => !payloadsOwn.some((own) => own.test(path)))
      .map(({ method, path }) => ({ method: method.toUpperCase(), path: `${root}${path}` })),
  )
}

/** Nobody's document, and a body that nothing takes: a request that does no harm where it is let in. */
async function isLetIn({ method, path }: Door, headers: Record<string, string>): Promise<boolean> {
  const filled = path
    .replaceAll(/:(?:id|entryId)\b/g, '2147483647')
    .replaceAll(/:\w+\*?/g, 'nothing')
  const body = method === 'GET' || method === 'HEAD' ? undefined : { nothing: {} }
  const { body: answer, status } = await flow.rest(method, filled, body, { headers })
  if (status >= 500 && status !== 503)
    throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`)
  return status !== 401 && status !== 403
}

const headersOf = (caller: Caller): Record<string, string> => {
  const actor = actors[caller]
  return actor ? { authorization: `JWT ${actor.token}` } : {}
}

describe('every endpoint of the product', () => {
  test('has a row in the table, and no row is of one that is gone', () => {
    const present = doors().map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(present)].sort()).toEqual(Object.keys(endpointTable).sort())
  })

  test('lets in and refuses whom the table says', async () => {
    const found: Record<string, string> = {}
    for (const door of doors()) {
      let letters = ''
      for (const caller of callers) letters += (await isLetIn(door, headersOf(caller))) ? 'y' : 'n'
      found[`${door.method} ${door.path}`] = letters
    }
    expect(found).toEqual(endpointTable)
  }, 300_000)

  test('takes an API key for the account it belongs to', async () => {
    for (const caller of ['customer', 'viewer', 'manager'] as const) {
      const actor = actors[caller]
      if (!actor) throw new Error(`no ${caller}`)
      const key = await createApiKey(flow.payload, actor)
      for (const door of doors()) {
        const name = `${door.method} ${door.path}`
        const wanted = endpointTable[name]?.[callers.indexOf(caller)]
        expect([caller, name, (await isLetIn(door, key)) ? 'y' : 'n']).toEqual([
          caller,
          name,
          wanted,
        ])
      }
    }
  }, 300_000)
})
