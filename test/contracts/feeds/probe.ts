import * as z from 'zod'

import { type Channel, defineChannel } from '../../../src/index.ts'
import type { FeedStage } from '../../../src/testing/feedStage.ts'

/** A channel that writes down each try, can be made to hold it, and answers as told. */
export type Probe = Pick<
  FeedStage,
  'tried' | 'arrived' | 'mostAtOnce' | 'holdTries' | 'heldTries' | 'releaseTries' | 'answer'
> & { channel: Channel<{ name: string }> }

/** Takes the place of the channel `slug`; the target names the subscription. */
export function createProbe(slug: string): Probe {
  const tried: string[] = []
  const arrived: string[] = []
  const held: (() => void)[] = []
  let mostAtOnce = 0
  let atOnce = 0
  let isHolding = (_name: string): boolean => false
  let answerOf: Parameters<FeedStage['answer']>[0] = () => 'delivered'
  return {
    tried: () => tried,
    arrived: () => arrived,
    mostAtOnce: () => mostAtOnce,
    holdTries: (subscription) => {
      isHolding = (name) => subscription === undefined || name.startsWith(subscription)
    },
    heldTries: () => held.length,
    releaseTries: () => {
      isHolding = () => false
      for (const release of held.splice(0)) release()
    },
    answer: (given) => {
      answerOf = given
    },
    channel: defineChannel<{ name: string }>({
      slug,
      label: { en: 'Probe', ru: 'Проба' },
      description: { en: 'Writes tries down.', ru: 'Записывает попытки.' },
      fields: [],
      target: z.object({ name: z.string() }),
      describeTarget: ({ name }) => name,
      deliver: async ({ idempotencyKey, target: { name } }) => {
        tried.push(idempotencyKey)
        atOnce += 1
        mostAtOnce = Math.max(mostAtOnce, atOnce)
        // A turn of the event loop, so that tries can overlap.
        await new Promise<void>((resolve) => setImmediate(resolve))
        if (isHolding(name)) await new Promise<void>((resolve) => void held.push(resolve))
        atOnce -= 1
        const exchange = { request: {}, response: null }
        const outcome = answerOf(name, idempotencyKey)
        if (outcome !== 'delivered') return { outcome, code: 'told', reason: 'told so', exchange }
        arrived.push(idempotencyKey)
        return { outcome, code: 'ok', exchange }
      },
    }),
  }
}
