import type { Attempt } from '../channels/attempt.ts'
import type { Channel, Mailer } from '../channels/channel.ts'
import type { Inbox } from '../channels/inbox.ts'
import { createHttpClient } from '../egress/createHttpClient.ts'
import type { ArrangedChannel } from './channelSituation.ts'
import { plainTemplates } from './plainTemplates.ts'
import { sampleFlowEvent } from './sampleFlowEvent.ts'

/** The identity every try of the contract carries. */
export const CONTRACT_KEY = 'dlv_01930000-0000-7000-8000-000000000002'

const noMailer: Mailer = {
  send: () => Promise.reject(new Error('this channel was given no mailer')),
}
const noInbox: Inbox = {
  put: () => Promise.reject(new Error('this channel was given no inbox')),
}

/** One try of a channel against an arranged receiver, with the defaults a channel test needs. */
export async function attemptOnce<Target>(
  channel: Channel<Target>,
  arranged: ArrangedChannel<Target>,
  {
    signal = new AbortController().signal,
    attemptNumber = 1,
    idempotencyKey = CONTRACT_KEY,
    remoteId,
    timeoutMs = 30_000,
  }: {
    signal?: AbortSignal
    attemptNumber?: number
    idempotencyKey?: string
    /** What an earlier delivery learnt. */
    remoteId?: string
    timeoutMs?: number
  } = {},
): Promise<Attempt> {
  const http =
    arranged.http ?? createHttpClient({ allowPrivateTargets: true, maxTimeoutMs: timeoutMs })
  const event = arranged.event ?? sampleFlowEvent
  try {
    return await channel.deliver({
      event,
      body: JSON.stringify(event),
      target: channel.target.parse(arranged.target),
      secrets: arranged.secrets,
      retiredSecrets: {},
      ...(arranged.devices === undefined ? {} : { devices: arranged.devices }),
      ...(remoteId === undefined ? {} : { remoteId }),
      idempotencyKey,
      attemptNumber,
      http,
      mailer: arranged.mailer ?? noMailer,
      inbox: arranged.inbox ?? noInbox,
      templates: arranged.templates ?? plainTemplates,
      signal,
      now: () => Date.parse('2026-11-21T10:00:00.000Z'),
    })
  } finally {
    if (arranged.http === undefined) await http.close()
  }
}
