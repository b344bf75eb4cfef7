import type { ClaimedDelivery } from './claimedDelivery.ts'
import type { DeliveryStore } from './deliveryStore.ts'

type Waiting = { claim: ClaimedDelivery; settle: () => void; fail: (error: unknown) => void }

/** Gives claims back to their lanes; those of one turn of the event loop, or that come meanwhile, share a statement. */
export function createHoldBatcher(
  store: Pick<DeliveryStore, 'hold'>,
): (claim: ClaimedDelivery) => Promise<void> {
  const waiting: Waiting[] = []
  let isRunning = false

  const run = async (): Promise<void> => {
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const batch = waiting.splice(0)
      try {
        await store.hold(batch.map(({ claim }) => claim))
        for (const { settle } of batch) settle()
      } catch (error) {
        for (const { fail } of batch) fail(error)
      }
    }
    isRunning = false
  }

  return (claim) =>
    new Promise<void>((settle, fail) => {
      waiting.push({ claim, settle, fail })
      if (isRunning) return
      isRunning = true
      void run()
    })
}
