import type { File, PayloadRequest, TypedUser, Where } from 'payload'

import type { Sql } from '../../src/kernel/sql.ts'
import type { Moments } from './createMoments.ts'

type Data = Record<string, unknown>

/** Something that happens to a document after it was made. */
export type SeedStep = { at: string; data: Data; by?: TypedUser | undefined }

/** One document and its story. */
export type Seedling = {
  collection: string
  /** Never changes: by it the seed knows its own. */
  name: string
  /** When it came into being. */
  at: string
  /** In Russian. */
  data: Data
  /** The same fields in English. */
  en?: Data
  /** How a document that somebody else made is known to be the same; unique values only. */
  same?: Where
  /** For uploads. */
  file?: () => Promise<File>
  by?: TypedUser | undefined
  story?: readonly SeedStep[]
  /** More of its story, in the same transaction. */
  within?: (made: {
    id: number
    sql: Sql
    req: Pick<PayloadRequest, 'transactionID'>
  }) => Promise<void>
}

/** Puts documents where they are missing and leaves alone those that are there. */
export type Planter = {
  moments: Moments
  /** The document's id. A draft collection's document is published unless `_status` says otherwise. */
  plant: (seedling: Seedling) => Promise<number>
  /** Enters into the book what a hook has made; undefined when there is nothing like it. */
  adopt: (child: {
    collection: string
    name: string
    at: string
    where: Where
    story?: readonly SeedStep[]
  }) => Promise<number | undefined>
  /** A later step of a document that this run has made; others stay as they are. */
  amend: (collection: string, name: string, step: SeedStep) => Promise<void>
  /** How many documents this run has made so far. */
  made: () => number
  /** Throws when it was not planted. */
  id: (collection: string, name: string) => number
}
