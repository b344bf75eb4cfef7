import type { Endpoint } from 'payload'

import { getAsyncApi } from './asyncapi/getAsyncApi.ts'
import { listCallbacks } from './callbacks/listCallbacks.ts'
import { receiveCallback } from './callbacks/receiveCallback.ts'
import { getCatalogue } from './catalogue/getCatalogue.ts'
import { testCredential } from './credentials/testCredential.ts'
import { retryDelivery } from './deliveries/retryDelivery.ts'
import { getHealth } from './health/getHealth.ts'
import { getLiveness } from './health/getLiveness.ts'
import { getReadiness } from './health/getReadiness.ts'
import type { EndpointAccess } from '../http/endpointAccess.ts'
import { getLog } from './logs/getLog.ts'
import { listLogs } from './logs/listLogs.ts'
import { getMetrics } from './metrics/getMetrics.ts'
import { previewMapping } from './mapping/previewMapping.ts'
import { publishEvents } from './publish/publishEvents.ts'
import { forgetDevice } from './push/forgetDevice.ts'
import { getPublicKey } from './push/getPublicKey.ts'
import { getWorker } from './push/getWorker.ts'
import { registerDevice } from './push/registerDevice.ts'
import { getQueueBoard } from './queues/getQueueBoard.ts'
import { cancelReconciliation } from './reconciliations/cancelReconciliation.ts'
import { startReconciliation } from './reconciliations/startReconciliation.ts'
import { cancelReplay } from './replays/cancelReplay.ts'
import { startReplay } from './replays/startReplay.ts'
import { getSchedule } from './schedule/getSchedule.ts'
import { runJobNow } from './schedule/runJobNow.ts'
import { switchJob } from './schedule/switchJob.ts'
import { getStats } from './stats/getStats.ts'
import { listSubscriptions } from './subscriptions/listSubscriptions.ts'
import { rotateSecret } from './subscriptions/rotateSecret.ts'
import { switchPause } from './subscriptions/switchPause.ts'
import { testSubscription } from './subscriptions/testSubscription.ts'
import { previewTemplate } from './templates/previewTemplate.ts'

/** Everything the event system answers below /api, beside the collections' own REST and GraphQL. */
export function flowEndpoints(access: EndpointAccess): Endpoint[] {
  return [
    listLogs(access),
    getLog(access),
    getStats(access),
    listSubscriptions(access),
    getCatalogue(access),
    getAsyncApi(access),
    publishEvents(access),
    retryDelivery(access),
    startReplay(access),
    cancelReplay(access),
    startReconciliation(access),
    cancelReconciliation(access),
    testSubscription(access),
    previewMapping(access),
    listCallbacks(access),
    ...receiveCallback(),
    rotateSecret(access),
    switchPause(access, 'pause'),
    switchPause(access, 'resume'),
    testCredential(access),
    previewTemplate(access),
    getPublicKey(),
    getWorker(),
    registerDevice(),
    forgetDevice(),
    getSchedule(access),
    runJobNow(access),
    switchJob(access),
    getHealth(),
    getLiveness(),
    getReadiness(),
    getMetrics(access),
    getQueueBoard(access),
  ]
}
