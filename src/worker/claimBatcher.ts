import type { ClaimedDelivery } from '../delivery/claimedDelivery.ts'
import type { DeliveryStore } from '../delivery/deliveryStore.ts'

/** Claims single ids in batches: a queue hands them over one at a time. */
export type ClaimBatcher = {
  /** The claim, or undefined when somebody else has it or it is not due. */
  claim: (deliveryId: string) => Promise<ClaimedDelivery | undefined>
}

type Waiting = {
  id: string
  settle: (claim: ClaimedDelivery | undefined) => void
  fail: (error: unknown) => void
}

/** Ids that arrive in one turn of the event loop, or while a claim is under way, share a statement. */
export function createClaimBatcher(store: Pick<DeliveryStore, 'claimByIds'>): ClaimBatcher {
  const waiting: Waiting[] = []
  let isRunning = false

  const run = async (): Promise<void> => {
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const batch = waiting.splice(0)
      try {
        const claims = await store.claimByIds(batch.map(({ id }) => id))
        const byId = new Map(claims.map((claim) => [claim.id, claim]))
        for (const { id, settle } of batch) {
          settle(byId.get(id))
          byId.delete(id)
        }
      } catch (error) {
        for (const { fail } of batch) fail(error)
      }
    }
    isRunning = false
  }

  return {
    claim: (id) =>
      new Promise((settle, fail) => {
        waiting.push({ id, settle, fail })
        if (isRunning) return
        isRunning = true
        void run()
      }),
  }
}
