import * as z from 'zod'

import { type Channel, defineChannel } from '../../../src/index.ts'
import type { FeedStage } from '../../../src/testing/feedStage.ts'

/** A channel that writes down each try and can be made to hold it. */
export type Probe = Pick<FeedStage, 'tried' | 'holdTries' | 'heldTries' | 'releaseTries'> & {
  channel: Channel<object>
}

/** Takes the place of the channel `slug`. */
export function createProbe(slug: string): Probe {
  const tried: string[] = []
  const held: (() => void)[] = []
  let isHolding = false
  return {
    tried: () => tried,
    holdTries: () => {
      isHolding = true
    },
    heldTries: () => held.length,
    releaseTries: () => {
      isHolding = false
      for (const release of held.splice(0)) release()
    },
    channel: defineChannel<object>({
      slug,
      label: { en: 'Probe', ru: 'Проба' },
      description: { en: 'Writes tries down.', ru: 'Записывает попытки.' },
      fields: [],
      target: z.object({}),
      describeTarget: () => 'probe',
      deliver: async ({ idempotencyKey }) => {
        tried.push(idempotencyKey)
        if (isHolding) await new Promise<void>((resolve) => void held.push(resolve))
        return { outcome: 'delivered', code: 'ok', exchange: { request: {}, response: null } }
      },
    }),
  }
}
