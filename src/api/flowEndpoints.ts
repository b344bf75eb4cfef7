import type { Endpoint } from 'payload'

import { getCatalogue } from './catalogue/getCatalogue.ts'
import { retryDelivery } from './deliveries/retryDelivery.ts'
import { getHealth } from './health/getHealth.ts'
import type { EndpointAccess } from './http/endpointAccess.ts'
import { getLog } from './logs/getLog.ts'
import { listLogs } from './logs/listLogs.ts'
import { publishEvents } from './publish/publishEvents.ts'
import { getStats } from './stats/getStats.ts'
import { listSubscriptions } from './subscriptions/listSubscriptions.ts'
import { rotateSecret } from './subscriptions/rotateSecret.ts'
import { testSubscription } from './subscriptions/testSubscription.ts'

/** Everything the event system answers below /api, beside the collections' own REST and GraphQL. */
export function flowEndpoints(access: EndpointAccess): Endpoint[] {
  return [
    listLogs(access),
    getLog(access),
    getStats(access),
    listSubscriptions(access),
    getCatalogue(access),
    publishEvents(access),
    retryDelivery(access),
    testSubscription(access),
    rotateSecret(access),
    getHealth(),
  ]
}
