import type { SeedEntry } from './seedBook.ts'

/** What a run of the seed did. */
export type Harvest = {
  /** Documents made, each with its time. */
  made: (SeedEntry & { collection: string })[]
  /** How many were there already, by collection. */
  there: Map<string, number>
}

/** Keeps count, and knows every document of the run by its name. */
export type HarvestKeeper = {
  harvest: Harvest
  /** Notes a document that stood already; its id. */
  found: (collection: string, name: string, id: number) => number
  /** Notes a document made now; its id. */
  entered: (collection: string, name: string, entry: SeedEntry) => number
  /** A document made now; may be changed. */
  own: (collection: string, name: string) => SeedEntry | undefined
  idOf: (collection: string, name: string) => number | undefined
}

/** Begins with nothing. */
export function createHarvest(): HarvestKeeper {
  const harvest: Harvest = { made: [], there: new Map() }
  const own = new Map<string, SeedEntry>()
  const ids = new Map<string, number>()
  const keyOf = (collection: string, name: string): string => `${collection}/${name}`
  return {
    harvest,
    found: (collection, name, id) => {
      harvest.there.set(collection, (harvest.there.get(collection) ?? 0) + 1)
      ids.set(keyOf(collection, name), id)
      return id
    },
    entered: (collection, name, entry) => {
      const one = { ...entry, collection }
      harvest.made.push(one)
      own.set(keyOf(collection, name), one)
      ids.set(keyOf(collection, name), entry.id)
      return entry.id
    },
    own: (collection, name) => own.get(keyOf(collection, name)),
    idOf: (collection, name) => ids.get(keyOf(collection, name)),
  }
}
