import type { Payload } from 'payload'

import { inTransaction } from '../../src/http/inTransaction.ts'
import { createHarvest, type Harvest } from './createHarvest.ts'
import type { Moments } from './createMoments.ts'
import { createTeller } from './createTeller.ts'
import type { Timeline } from './createTimeline.ts'
import type { Planter, Seedling } from './planter.ts'
import { plantOne } from './plantOne.ts'
import type { SeedBook } from './seedBook.ts'

type PlanterOptions = {
  payload: Payload
  timeline: Timeline
  moments: Moments
  book: SeedBook
  /** Ids of the documents that stand, by collection. */
  standing: ReadonlyMap<string, ReadonlySet<number>>
}

/** Makes each document with its whole story in one transaction, so that nothing half-told stays behind. */
export function createPlanter(options: PlanterOptions): { planter: Planter; harvest: Harvest } {
  const { book, moments, payload, timeline } = options
  const { entered, found, harvest, idOf, own } = createHarvest()
  const { step, tell } = createTeller(options)
  const planter: Planter = {
    moments,
    plant: async (seedling) => {
      const { at, collection, name, within } = seedling
      const there = await standingId(options, seedling)
      if (there !== undefined) return found(collection, name, there)
      const entry = await inTransaction(payload, async ({ req, sql }) => {
        const id = await timeline.at(at, () => plantOne(payload, seedling, req))
        const told = await tell(seedling, { id, req })
        await within?.({ id, req, sql })
        return told
      })
      return entered(collection, name, entry)
    },
    adopt: async (child) => {
      const { collection, name, where } = child
      const there = await standingId(options, { collection, name })
      if (there !== undefined) return found(collection, name, there)
      const { docs } = await payload.find({ collection, where, limit: 1, depth: 0 })
      const [doc] = docs
      if (doc === undefined) return undefined
      const entry = await inTransaction(payload, ({ req }) =>
        tell(child, { id: Number(doc.id), req }),
      )
      return entered(collection, name, entry)
    },
    amend: async (collection, name, amendment) => {
      const entry = own(collection, name)
      if (!entry) return
      entry.until = amendment.at
      const { at, id, until } = entry
      await inTransaction(payload, async ({ req }) => {
        await step({ collection, id, req }, amendment)
        await book.write({ collection, name, req }, { id, at, until })
      })
    },
    made: () => harvest.made.length,
    id: (collection, name) => {
      const id = idOf(collection, name)
      if (id === undefined) throw new Error(`${collection}/${name} was not planted`)
      return id
    },
  }
  return { planter, harvest }
}

/** The document's id if it stands: by the book, or else by a value that only it can have. */
async function standingId(
  { book, payload, standing }: PlanterOptions,
  { collection, name, same }: Pick<Seedling, 'collection' | 'name' | 'same'>,
): Promise<number | undefined> {
  const entry = book.find(collection, name)
  if (entry && standing.get(collection)?.has(entry.id)) return entry.id
  if (!same) return undefined
  const { docs } = await payload.find({ collection, where: same, limit: 1, depth: 0 })
  return docs[0] === undefined ? undefined : Number(docs[0].id)
}
