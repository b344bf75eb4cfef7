import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Access, createLocalReq, formatNames, type SanitizedCollectionConfig } from 'payload'

import type { Actor } from '../../support/payload/createActor.ts'
import { createActors } from '../../support/payload/createActors.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { accessTable, type Caller, callers, type Operation } from './accessTable.ts'

const operations: readonly Operation[] = ['create', 'read', 'update', 'delete']
const slugs = Object.keys(accessTable)

let flow: BootedFlow
let actors: Record<Caller, Actor | undefined>

beforeAll(async () => {
  flow = await bootFlow({ worker: false })
  actors = { visitor: undefined, ...(await createActors(flow.payload)) }
})
afterAll(async () => flow?.destroy())

const configOf = (slug: string): SanitizedCollectionConfig => {
  const found = flow.payload.config.collections.find((collection) => collection.slug === slug)
  if (!found) throw new Error(`there is no collection ${slug}`)
  return found
}

const userOf = (caller: Caller): { user: Actor } | Record<string, never> => {
  const user = actors[caller]
  return user ? { user } : {}
}

/** What the collection's access function says. */
async function decisionOf(slug: string, operation: Operation, caller: Caller): Promise<string> {
  const access: Access = configOf(slug).access[operation]
  const actor = actors[caller]
  const user = actor
    ? await flow.payload.findByID({ collection: 'users', id: actor.id })
    : undefined
  const req = await createLocalReq(
    user ? { user: { ...user, collection: 'users' } } : {},
    flow.payload,
  )
  const answer = await access({ req })
  return typeof answer === 'boolean' ? (answer ? 'y' : 'n') : 's'
}

/** What the REST API does with a request that would do no harm if it were let through. */
async function restStatus(slug: string, operation: Operation, caller: Caller): Promise<number> {
  const options = userOf(caller)
  const id = '2147483647'
  const requests: Record<Operation, () => Promise<{ status: number }>> = {
    create: () => flow.rest('POST', `/${slug}`, { id: {} }, options),
    read: () => flow.rest('GET', `/${slug}?limit=1`, undefined, options),
    update: () => flow.rest('PATCH', `/${slug}/${id}`, {}, options),
    delete: () => flow.rest('DELETE', `/${slug}/${id}`, undefined, options),
  }
  return (await requests[operation]()).status
}

function outcomeOf(status: number): string {
  if (status >= 500) return `failed: ${status}`
  return status === 403 ? 'refused' : 'let through'
}

/** Of somebody who may touch some documents, one that is not there tells nothing; but it must not fail. */
function wantedOutcome(letter: string | undefined, outcome: string): string {
  if (letter === 'n') return 'refused'
  return letter === 's' && outcome === 'refused' ? 'refused' : 'let through'
}

describe('EV-10 who may do what', () => {
  test('a customer cannot mark a document as being edited', async () => {
    const { customer } = actors
    const mark = { document: { relationTo: 'products', value: 1 }, user: customer?.id }
    const { status } = await flow.rest('POST', '/payload-locked-documents', mark, {
      ...(customer ? { user: customer } : {}),
    })
    expect(status).toBe(403)
  })

  test('every collection is in the table, and nothing else', () => {
    const known = flow.payload.config.collections.map(({ slug }) => slug)
    expect([...slugs].sort()).toEqual([...known].sort())
  })

  test.each(slugs)('%s: the access functions decide as the table says', async (slug) => {
    const decided: Record<string, string> = {}
    for (const operation of operations) {
      const letters = await Promise.all(
        callers.map((caller) => decisionOf(slug, operation, caller)),
      )
      decided[operation] = letters.join('')
    }
    expect(decided).toEqual(accessTable[slug])
  })

  test.each(slugs.filter((slug) => !slug.startsWith('payload-')))(
    '%s: the REST API refuses whom the table refuses, and nobody else',
    async (slug) => {
      for (const operation of operations) {
        const word = accessTable[slug]?.[operation] ?? ''
        const outcomes = await Promise.all(
          callers.map(async (caller) => outcomeOf(await restStatus(slug, operation, caller))),
        )
        const wanted = outcomes.map((outcome, place) => wantedOutcome(word[place], outcome))
        expect([operation, ...outcomes]).toEqual([operation, ...wanted])
      }
    },
  )

  test.each(slugs.filter((slug) => !slug.startsWith('payload-')))(
    '%s: GraphQL reads for the same callers',
    async (slug) => {
      const config = configOf(slug)
      const { plural, singular } = formatNames(slug)
      const name = plural === singular ? `all${plural}` : plural
      if (config.graphQL === false) {
        expect(accessTable[slug]?.read).toMatch(/^n+$/)
        return
      }
      for (const [place, caller] of callers.entries()) {
        const { errors } = await flow.graphql(`{ ${name}(limit: 1) { totalDocs } }`, userOf(caller))
        const isRefused = accessTable[slug]?.read[place] === 'n'
        expect([caller, errors.length > 0]).toEqual([caller, isRefused])
      }
    },
  )
})
