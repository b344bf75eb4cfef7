import type { Payload, PayloadRequest } from 'payload'

import type { Timeline } from './createTimeline.ts'
import type { Seedling, SeedStep } from './planter.ts'
import type { SeedBook, SeedEntry } from './seedBook.ts'

type Place = { id: number; req: Pick<PayloadRequest, 'transactionID'> }

/** Tells what happens to documents, each step at its own time. */
export type Teller = {
  step: (place: Place & { collection: string }, step: SeedStep) => Promise<void>
  /** Tells the whole story and enters the document into the book, in the transaction of `req`. */
  tell: (
    of: Pick<Seedling, 'at' | 'collection' | 'name' | 'story'>,
    place: Place,
  ) => Promise<SeedEntry>
}

/** Makes a teller for one run. */
export function createTeller({
  book,
  payload,
  timeline,
}: {
  book: SeedBook
  payload: Payload
  timeline: Timeline
}): Teller {
  const step: Teller['step'] = async ({ collection, id, req }, { at, by, data }) => {
    await timeline.at(at, () =>
      payload.update({
        collection,
        id,
        data,
        depth: 0,
        // Payload writes into the request it is given.
        req: { ...req },
        ...(by ? { user: by } : {}),
      }),
    )
  }
  return {
    step,
    tell: async ({ at, collection, name, story = [] }, { id, req }) => {
      for (const each of story) await step({ collection, id, req }, each)
      const entry = { id, at, until: story.at(-1)?.at ?? at }
      await book.write({ collection, name, req }, entry)
      return entry
    },
  }
}
