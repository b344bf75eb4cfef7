import type { Payload } from 'payload'

import { apiUrl } from '../../collections/marketing/apiUrl.ts'
import { createChannelRegistry } from '../channels/channelRegistry.ts'
import { createUnsubscribeLinks } from '../consents/createUnsubscribeLinks.ts'
import type { CredentialRefresher } from '../credentials/credentialRefresher.ts'
import { createCredentialRefresher } from '../credentials/credentialRefresherStore.ts'
import { createKeyRing, type KeyRing } from '../credentials/keyRing.ts'
import { createAddressBook } from '../delivery/createAddressBook.ts'
import { type CallbackKeys, createCallbackKeys } from '../delivery/callbackKeys.ts'
import { createRemoteObjectBook } from '../delivery/createRemoteObjectBook.ts'
import { createDeviceBook } from '../push-devices/createDeviceBookStore.ts'
import { createHttpClient } from '../egress/createHttpClient.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import type { HttpClient } from '../egress/httpClient.ts'
import { createLocalOutbox } from '../egress/mail/localOutbox.ts'
import { createMailer, type MailerOptions } from '../egress/mail/createMailer.ts'
import { bundledCatalogue } from '../event-catalogue/bundledCatalogue.ts'
import type { Catalogue } from '../event-catalogue/catalogue.ts'
import { extendCatalogue } from '../event-catalogue/extendCatalogue.ts'
import { createEventService } from '../event-service/createEventService.ts'
import { type Clock, systemClock } from '../kernel/clock.ts'
import { FlowError } from '../kernel/flowError.ts'
import { type CommitGuard, createCommitGuard } from '../outbox/commitGuardStore.ts'
import { createEventLogStore } from '../outbox/eventLogStore.ts'
import { createSubscriptionCache, type SubscriptionCache } from '../outbox/subscriptionCache.ts'
import type { Metrics } from '../monitoring/createMetrics.ts'
import { createMetrics } from '../monitoring/createMetrics.ts'
import { createSubscriptionSource, raiseRevisionSql } from '../outbox/subscriptionStore.ts'
import { createRateLimiter } from '../rate-limit/createRateLimiter.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import { createTemplateRenderer } from '../templates/createTemplateRenderer.ts'
import { inboxParts } from './inboxParts.ts'
import { emittersOf } from './emittersOf.ts'
import type { ScheduledJob } from '../schedule/scheduledJob.ts'
import { createJobs } from './createJobs.ts'
import type { FlowMastersOptions } from './flowMastersOptions.ts'
import { metricsSources } from './metricsSources.ts'
import { queueBoardOf } from './queueBoardOf.ts'

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
  const allowPrivateTargets = options.allowPrivateTargets === true
  const http = once((): HttpClient => createHttpClient({ allowPrivateTargets }))
  const subscriptions = once(
    (): SubscriptionCache => createSubscriptionCache(createSubscriptionSource(payload(), channels)),
  )
  const callbacks = once((): CallbackKeys => callbacksOf(payload()))
  const jobs = once((): ScheduledJob[] => createJobs(options, runtime))
  const metrics = once((): Metrics => createMetrics(metricsSources(options, runtime)))
  const queueBoard = once(() => queueBoardOf(options, runtime))
  const refresher = once((): CredentialRefresher => createRefresher(runtime))
  const guard = once((): CommitGuard => createCommitGuard(payload()))
  const runtime: FlowRuntime = {
    payload,
    catalogue,
    emittersOf: (type) => emittersOf(type, options.tracking, options.scans),
    channels,
    clock,
    events: createEventService({ catalogue, writer: createEventLogStore(payload, guard), clock }),
    limiter: createRateLimiter(async () => sqlOfRequest(payload())),
    templates: createTemplateRenderer(),
    ...books(payload, keyRing),
    ...{ ...mailParts(options, payload, clock), ...inboxParts(options, payload) },
    ...settingsOf(options),
    get metrics() {
      return metrics()
    },
    get queueBoard() {
      return queueBoard()
    },
    get refresher() {
      return refresher()
    },
    get callbacks() {
      return callbacks()
    },
    get jobs() {
      return jobs()
    },
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
      // From the start: a COMMIT may fail before the first event is written.
      guard()
    },
  }
}

function settingsOf(options: FlowMastersOptions) {
  const { alertEmails = [], databaseUrl, metricsToken, migrations, redisUrl } = options
  const { tracking, variables = {} } = options
  const watched = tracking.map(({ collection }) => collection)
  return { alertEmails, databaseUrl, metricsToken, migrations, redisUrl, variables, watched }
}

function books(
  payload: () => Payload,
  keyRing: () => KeyRing,
): Pick<FlowRuntime, 'addresses' | 'devices' | 'remoteObjects' | 'unsubscribe'> {
  return {
    addresses: createAddressBook(async () => sqlOfRequest(payload())),
    devices: createDeviceBook(payload, keyRing),
    remoteObjects: createRemoteObjectBook(async () => sqlOfRequest(payload())),
    unsubscribe: createUnsubscribeLinks(() => ({
      secret: payload().secret,
      apiUrl: apiUrl(payload()),
    })),
  }
}

function mailParts(
  { isSmtpConfigured, mailOutboxDir: outboxDir }: FlowMastersOptions,
  payload: () => Payload,
  { now }: Clock,
): Pick<FlowRuntime, 'mailer' | 'localOutbox' | 'isSmtpConfigured'> {
  const sendEmail: MailerOptions['sendEmail'] = async (message) => payload().sendEmail(message)
  return {
    mailer: createMailer({ sendEmail, isSmtpConfigured, outboxDir, now }),
    localOutbox: createLocalOutbox(outboxDir),
    isSmtpConfigured,
  }
}

function callbacksOf({ config, secret }: Payload): CallbackKeys {
  return createCallbackKeys({ secret, serverUrl: config.serverURL, apiRoute: config.routes.api })
}

function createRefresher(runtime: FlowRuntime): CredentialRefresher {
  const { channels, clock, http, keyRing, payload, variables } = runtime
  return createCredentialRefresher({
    ...{ channels, clock, http, keyRing, payload, variables },
    raise: async (sql) => void (await sql.query(raiseRevisionSql)),
  })
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
