import type { Listener } from '../database/createListener.ts'
import { DELIVERIES_NOTIFICATION } from '../delivery/retryNowSql.ts'
import { EVENTS_NOTIFICATION } from '../outbox/eventsNotification.ts'
import type { SubscriptionCache } from '../outbox/subscriptionCache.ts'
import { SUBSCRIPTIONS_NOTIFICATION } from '../outbox/subscriptionStore.ts'
import { RECEIVERS_NOTIFICATION } from '../pace/receiverSql.ts'
import type { DeliveryFeed } from '../queue/deliveryFeed.ts'
import type { Worker } from '../worker/createWorker.ts'

/** Connects Postgres' notifications with a worker. They are hints: whatever was missed is found by the next look. */
export function listenForWork(
  listener: Listener,
  {
    feed,
    subscriptions,
    worker,
  }: { feed: DeliveryFeed; subscriptions: SubscriptionCache; worker: Worker },
): void {
  listener.listen(EVENTS_NOTIFICATION, () => worker.wakeForEvents())
  listener.listen(DELIVERIES_NOTIFICATION, (text) => {
    worker.wakeForDue()
    const [channel = '', deliveryId = ''] = text.split(' ')
    void feed.announce([{ deliveryId, channel, delayMs: 0 }])
  })
  listener.listen(SUBSCRIPTIONS_NOTIFICATION, () => {
    subscriptions.invalidate()
    worker.wakeForLanes()
  })
  listener.listen(RECEIVERS_NOTIFICATION, () => worker.wakeForLanes())
  listener.onReconnect(() => {
    subscriptions.invalidate()
    worker.wakeForEvents()
  })
}
