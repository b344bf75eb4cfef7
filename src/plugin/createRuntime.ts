import type { Payload } from 'payload'

import { createChannelRegistry } from '../channels/channelRegistry.ts'
import { createKeyRing, type KeyRing } from '../credentials/keyRing.ts'
import { createHttpClient } from '../egress/createHttpClient.ts'
import type { HttpClient } from '../egress/httpClient.ts'
import { createMailer } from '../egress/mail/createMailer.ts'
import { bundledCatalogue } from '../event-catalogue/bundledCatalogue.ts'
import type { Catalogue } from '../event-catalogue/catalogue.ts'
import { extendCatalogue } from '../event-catalogue/extendCatalogue.ts'
import { createEventService } from '../event-service/createEventService.ts'
import { systemClock } from '../kernel/clock.ts'
import { FlowError } from '../kernel/flowError.ts'
import { type CommitWake, createCommitWake } from '../outbox/commitWakeStore.ts'
import { createEventLogStore } from '../outbox/eventLogStore.ts'
import { createSubscriptionCache, type SubscriptionCache } from '../outbox/subscriptionCache.ts'
import { createSubscriptionSource } from '../outbox/subscriptionStore.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import { createTemplateRenderer } from '../templates/createTemplateRenderer.ts'
import type { FlowMastersOptions } from './flowMastersOptions.ts'

/** The runtime and the one thing only the plugin may do with it: give it the Payload instance. */
export type RuntimeHandle = { runtime: FlowRuntime; attach: (payload: Payload) => void }

/**
 * Builds the engine's parts while the config is being built, when there is no Payload instance yet; what needs one
 * is made on first use. Nothing here opens a connection: configs are also built to generate types.
 */
export function createRuntime(options: FlowMastersOptions): RuntimeHandle {
  let attached: Payload | undefined
  const payload = (): Payload => {
    if (attached) return attached
    throw new FlowError({
      code: 'FLOW_PLUGIN_NOT_STARTED',
      message: 'the engine was used before Payload had started',
      hint: 'Wait for getPayload() before publishing.',
    })
  }
  const clock = options.clock ?? systemClock
  const catalogue: Catalogue = extendCatalogue(bundledCatalogue, options.events ?? [])
  const channels = createChannelRegistry(options.channels)
  const keyRing = once((): KeyRing => createKeyRing(options.encryptionKeys))
  const http = once(
    (): HttpClient =>
      createHttpClient({ allowPrivateTargets: options.allowPrivateTargets === true }),
  )
  const subscriptions = once(
    (): SubscriptionCache => createSubscriptionCache(createSubscriptionSource(payload(), channels)),
  )
  const wake = once((): CommitWake => createCommitWake(payload()))
  const runtime: FlowRuntime = {
    payload,
    catalogue,
    channels,
    clock,
    events: createEventService({ catalogue, writer: createEventLogStore(payload, wake), clock }),
    templates: createTemplateRenderer(),
    mailer: createMailer({
      sendEmail: async (message) => payload().sendEmail(message),
      isSmtpConfigured: options.isSmtpConfigured,
      outboxDir: options.mailOutboxDir,
      now: clock.now,
    }),
    databaseUrl: options.databaseUrl,
    redisUrl: options.redisUrl,
    get keyRing() {
      return keyRing()
    },
    get http() {
      return http()
    },
    get subscriptions() {
      return subscriptions()
    },
  }
  return {
    runtime,
    attach: (instance) => {
      attached = instance
    },
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
