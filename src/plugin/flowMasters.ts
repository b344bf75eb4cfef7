// Tells the compiler what a Postgres adapter has beyond Payload's own.
import type {} from '@payloadcms/db-postgres'
import type { CollectionConfig, Config, PayloadRequest, Plugin } from 'payload'

import { engineState, engineWorkers } from '../../collections/events/createEngineState.ts'
import { createEventAttempts } from '../../collections/events/createEventAttempts.ts'
import { createEventDeliveries } from '../../collections/events/createEventDeliveries.ts'
import { createEventLogs } from '../../collections/events/createEventLogs.ts'
import { createEventSubscriptions } from '../../collections/events/createEventSubscriptions.ts'
import { staffAccess } from '../../collections/events/eventAccess.ts'
import type { Emit } from '../../hooks/capture/emitter.ts'
import { withCapture } from '../../hooks/capture/withCapture.ts'
import type { Tracking } from '../../hooks/rules/track.ts'
import { withIntegrationsBanner } from '../admin/withIntegrationsBanner.ts'
import { flowEndpoints } from '../api/flowEndpoints.ts'
import { keepPoolAlive } from '../database/keepPoolAlive.ts'
import { FlowError } from '../kernel/flowError.ts'
import { createSubscriptionRevisionStore } from '../outbox/subscriptionRevisionStore.ts'
import { RUNTIME_KEY } from '../runtime/getRuntime.ts'
import { createRuntime, type RuntimeHandle } from './createRuntime.ts'
import type { FlowMastersOptions } from './flowMastersOptions.ts'
import { withLogIndexes } from './withLogIndexes.ts'

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
      collections: [...(config.collections ?? []), ...eventCollections(options, handle)],
      db: withLogIndexes(config.db),
    }
    return options.disabled === true
      ? withCollections
      : withEngine(withCollections, options, handle)
  }
}

function withEngine(config: Config, options: FlowMastersOptions, handle: RuntimeHandle): Config {
  const { attach, runtime } = handle
  const emit: Emit = async (emissions, req: PayloadRequest) => {
    const captured = emissions.map(({ data, meta, type }) => ({
      definition: runtime.catalogue.get(type),
      data,
      meta,
    }))
    await runtime.events.capture(captured, { req })
  }
  return {
    ...config,
    admin: withIntegrationsBanner(config.admin),
    collections: trackCollections(config.collections ?? [], options, handle, emit),
    endpoints: [...(config.endpoints ?? []), ...flowEndpoints(options.access ?? staffAccess)],
    custom: { ...config.custom, [RUNTIME_KEY]: runtime },
    onInit: async (payload) => {
      attach(payload)
      keepPoolAlive(payload.db.pool, payload.logger)
      await config.onInit?.(payload)
    },
  }
}

function eventCollections(
  options: FlowMastersOptions,
  { runtime }: RuntimeHandle,
): CollectionConfig[] {
  const access = options.access ?? staffAccess
  return [
    createEventSubscriptions({
      access,
      catalogue: runtime.catalogue,
      channels: runtime.channels,
      http: () => runtime.http,
      keyRing: () => runtime.keyRing,
      revision: createSubscriptionRevisionStore(runtime.payload),
      templates: runtime.templates,
    }),
    createEventLogs({ access }),
    createEventDeliveries({ access }),
    createEventAttempts({ access }),
    engineState,
    engineWorkers,
  ]
}

function trackCollections(
  collections: readonly CollectionConfig[],
  { tracking }: FlowMastersOptions,
  { runtime }: RuntimeHandle,
  emit: Emit,
): CollectionConfig[] {
  for (const tracked of tracking) assertTrackable(tracked, collections, runtime.catalogue.has)
  return collections.map((collection) =>
    tracking
      .filter((tracked) => tracked.collection === collection.slug)
      .reduce((captured, tracked) => withCapture(captured, tracked, { emit }), collection),
  )
}

/** A rule on a collection or an event that does not exist would never fire; say so at the start. */
function assertTrackable(
  tracked: Tracking,
  collections: readonly CollectionConfig[],
  isKnownType: (type: string) => boolean,
): void {
  if (!collections.some((collection) => collection.slug === tracked.collection)) {
    throw new FlowError({
      code: 'FLOW_TRACKING_COLLECTION_UNKNOWN',
      message: `there is no collection "${tracked.collection}" to track`,
      hint: `Known: ${collections.map(({ slug }) => slug).join(', ')}. Put flowMasters() last among the plugins.`,
    })
  }
  for (const type of Object.keys(tracked.rules)) {
    if (isKnownType(type)) continue
    throw new FlowError({
      code: 'FLOW_TRACKING_EVENT_UNKNOWN',
      message: `the rules of "${tracked.collection}" name the unknown event "${type}"`,
      hint: 'Define it with defineEvent() and give it to flowMasters({ events: [...] }).',
    })
  }
}
