import type { CollectionConfig, Config, GlobalConfig, Plugin } from 'payload'

import {
  enginePaces,
  engineReceivers,
  engineState,
  engineWorkers,
  inboxCounters,
} from '../../collections/events/createEngineState.ts'
import { createDeliveryReports } from '../../collections/events/createDeliveryReports.ts'
import { createEventAttempts } from '../../collections/events/createEventAttempts.ts'
import { createEventDeliveries } from '../../collections/events/createEventDeliveries.ts'
import { createEventGaps } from '../../collections/events/createEventGaps.ts'
import { createEventReconciliations } from '../../collections/events/createEventReconciliations.ts'
import { createEventReplays } from '../../collections/events/createEventReplays.ts'
import { createEventLogs } from '../../collections/events/createEventLogs.ts'
import { createEventReceivers } from '../../collections/events/createEventReceivers.ts'
import { createEventSubscriptions } from '../../collections/events/createEventSubscriptions.ts'
import { createRetentionSettings } from '../../collections/events/createRetentionSettings.ts'
import {
  eventRollupDurations,
  eventRollupPeriods,
  eventRollups,
} from '../../collections/events/createRollups.ts'
import { createConsents } from '../../collections/events/createConsents.ts'
import { createChannelCredentials } from '../../collections/events/createChannelCredentials.ts'
import { createNotifications } from '../../collections/events/createNotifications.ts'
import { createPushDevices } from '../../collections/events/createPushDevices.ts'
import { createMessageTemplates } from '../../collections/events/createMessageTemplates.ts'
import { createScheduledJobs } from '../../collections/events/createScheduledJobs.ts'
import { createScheduledRuns } from '../../collections/events/createScheduledRuns.ts'
import { eventSequences } from '../../collections/events/eventSequences.ts'
import { createSuppressedAddresses } from '../../collections/events/createSuppressedAddresses.ts'
import { eventSpells } from '../../collections/events/eventSpells.ts'
import { createAlertSettings } from '../../collections/events/createAlertSettings.ts'
import { createRemoteObjects } from '../../collections/events/createRemoteObjects.ts'
import { createSystemAlerts } from '../../collections/events/createSystemAlerts.ts'
import { staffAccess } from '../../collections/events/eventAccess.ts'
import type { Emit } from '../../hooks/capture/emitter.ts'
import { watchActivity } from '../../hooks/capture/watchActivity.ts'
import { withCapture } from '../../hooks/capture/withCapture.ts'
import { withAdminParts } from '../admin/withAdminParts.ts'
import { inboxEndpoints } from '../api/inbox/inboxEndpoints.ts'
import { flowEndpoints } from '../api/flowEndpoints.ts'
import { readCredential } from '../credentials/credentialStore.ts'
import { keepPoolAlive } from '../database/keepPoolAlive.ts'
import { postgresAdapter } from '../database/postgresAdapter.ts'
import { inTransaction } from '../http/inTransaction.ts'
import { createSubscriptionRevisionStore } from '../outbox/subscriptionRevisionStore.ts'
import { createReceiverResetStore } from '../receiver-health/createReceiverResetStore.ts'
import { defaultKeepDays } from '../retention/keepDays.ts'
import { RUNTIME_KEY } from '../runtime/getRuntime.ts'
import { assertScannable } from './assertScannable.ts'
import { assertTrackable } from './assertTrackable.ts'
import { createEmit } from './createEmit.ts'
import { createRuntime, type RuntimeHandle } from './createRuntime.ts'
import type { FlowMastersOptions } from './flowMastersOptions.ts'
import { withSignOutNotice } from './withSignOutNotice.ts'
import { usersOf } from './usersOf.ts'
import { withLogIndexes } from './withLogIndexes.ts'
import { withPushDevices } from './withPushDevices.ts'
import { withReturnedConnection } from './withReturnedConnection.ts'

/**
 * The Payload plugin: adds the event collections, watches the tracked ones and keeps the engine in the config.
 * Workers are started apart (`startWorker`), because not every process that builds a config should deliver.
 * Put it last among the plugins: it must see the collections the others add.
 */
export function flowMasters(options: FlowMastersOptions): Plugin {
  return (config) => {
    const handle = createRuntime(options)
    const withCollections: Config = {
      ...config,
      collections: [
        ...(config.collections ?? []),
        ...eventCollections(options, handle, usersOf(config)),
      ],
      globals: [
        ...(config.globals ?? []),
        createAlertSettings({ access: options.access ?? staffAccess }),
        retentionSettings(options),
      ],
      db: withReturnedConnection(withLogIndexes(config.db)),
    }
    return options.disabled === true
      ? withCollections
      : withEngine(withCollections, options, handle)
  }
}

function withEngine(config: Config, options: FlowMastersOptions, handle: RuntimeHandle): Config {
  const { attach, runtime } = handle
  const emit = createEmit(runtime)
  return {
    ...config,
    admin: withAdminParts(config.admin),
    collections: withSignOutNotice(
      withPushDevices(
        trackCollections(config.collections ?? [], options, handle, emit),
        usersOf(config),
      ),
      usersOf(config),
    ),
    endpoints: [...(config.endpoints ?? []), ...flowEndpoints(options.access ?? staffAccess)],
    custom: { ...config.custom, [RUNTIME_KEY]: runtime },
    onInit: async (payload) => {
      attach(payload)
      keepPoolAlive(postgresAdapter(payload).pool, payload.logger)
      watchActivity(payload, options.tracking, {
        emit,
        now: runtime.clock.now,
        transact: (work) => inTransaction(payload, work),
      })
      await config.onInit?.(payload)
    },
  }
}

function eventCollections(
  options: FlowMastersOptions,
  { runtime }: RuntimeHandle,
  users: string,
): CollectionConfig[] {
  const access = options.access ?? staffAccess
  const { catalogue, channels, clock, templates } = runtime
  const keyRing = () => runtime.keyRing
  const revision = createSubscriptionRevisionStore(runtime.payload)
  return [
    createEventSubscriptions({
      ...{ access, catalogue, channels, keyRing, revision, templates },
      http: () => runtime.http,
      credential: async (id, req) => readCredential(id, { payload: req.payload, channels, req }),
      receivers: createReceiverResetStore(runtime.payload),
    }),
    createChannelCredentials({ access, channels, clock, keyRing, revision }),
    createMessageTemplates({ access, catalogue, revision, templates }),
    createEventLogs({ access, types: catalogue.types }),
    createEventDeliveries({ access, types: catalogue.types }),
    createEventAttempts({ access }),
    createEventReceivers({ access }),
    createRemoteObjects({ access }),
    createSystemAlerts({ access }),
    createEventReplays({ access }),
    createEventReconciliations({ access }),
    createEventGaps({ access }),
    createDeliveryReports({ access }),
    createSuppressedAddresses({ access, channels }),
    createConsents({ access, channels, users }),
    createNotifications({
      users: users,
      endpoints: options.disabled === true ? [] : inboxEndpoints(),
    }),
    createPushDevices({ access, users }),
    createScheduledJobs({ access }),
    createScheduledRuns({ access }),
    eventSpells,
    eventSequences,
    eventRollups,
    eventRollupDurations,
    eventRollupPeriods,
    engineState,
    engineWorkers,
    engineReceivers,
    enginePaces,
    inboxCounters,
  ]
}

function retentionSettings({ access = staffAccess, retention }: FlowMastersOptions): GlobalConfig {
  return createRetentionSettings({ access, keepDays: { ...defaultKeepDays, ...retention } })
}

function trackCollections(
  collections: readonly CollectionConfig[],
  { scans = [], tracking }: FlowMastersOptions,
  { runtime }: RuntimeHandle,
  emit: Emit,
): CollectionConfig[] {
  for (const tracked of tracking) assertTrackable(tracked, collections, runtime.catalogue.has)
  for (const scan of scans) assertScannable(scan, collections, runtime.catalogue.has)
  return collections.map((collection) =>
    tracking
      .filter((tracked) => tracked.collection === collection.slug)
      .reduce(
        (captured, tracked) => withCapture(captured, tracked, { emit, now: runtime.clock.now }),
        collection,
      ),
  )
}
