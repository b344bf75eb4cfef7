import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import type {
  Attempt,
  Channel,
  ConnectionReport,
  FlowEvent,
  Inbox,
  JsonObject,
  MessagePreview,
  PushDevice,
} from '../../../src/index.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'
import { sampleFlowEvent } from '../../../src/testing/sampleFlowEvent.ts'

/** What a try is made of; secrets are the form's own. */
export type ChannelTry<Target> = {
  channel: Channel<Target>
  /** As the form holds it. */
  target: Record<string, unknown>
  secrets?: Record<string, string>
  /** Laid over the document of the sample event. */
  current?: JsonObject
  signal?: AbortSignal
  /** @default 1 */
  attemptNumber?: number
  /** @default an inbox that fails the test when used */
  inbox?: Inbox
  /** What an earlier delivery learnt. */
  remoteId?: string
  /** For channels that write to devices. */
  devices?: readonly PushDevice[]
}

const NOW = Date.parse('2026-11-21T10:00:00.000Z')

/** The sample event with other fields in its document. */
export function eventWith(current: JsonObject = {}): FlowEvent {
  const { data } = sampleFlowEvent
  return { ...sampleFlowEvent, data: { ...data, current: { ...data.current, ...current } } }
}

/** One try of a channel, with the real client and the real templates. */
export async function tryChannel<Target>({
  attemptNumber = 1,
  channel,
  current,
  inbox = { put: () => Promise.reject(new Error('no inbox here')) },
  devices,
  remoteId,
  secrets = {},
  signal = new AbortController().signal,
  target,
}: ChannelTry<Target>): Promise<Attempt> {
  const http = createHttpClient({ allowPrivateTargets: true })
  const event = eventWith(current)
  try {
    return await channel.deliver({
      event,
      body: JSON.stringify(event),
      target: channel.target.parse(target),
      secrets,
      retiredSecrets: {},
      ...(devices === undefined ? {} : { devices }),
      ...(remoteId === undefined ? {} : { remoteId }),
      idempotencyKey: 'dlv_1',
      attemptNumber,
      http,
      mailer: { send: () => Promise.reject(new Error('no mail here')) },
      inbox,
      templates: createTemplateRenderer(),
      signal,
      now: () => NOW,
    })
  } finally {
    await http.close()
  }
}

/** The check of the account. */
export async function tryConnection<Target>({
  channel,
  secrets = {},
  target,
}: ChannelTry<Target>): Promise<ConnectionReport | undefined> {
  const http = createHttpClient({ allowPrivateTargets: true })
  const { signal } = new AbortController()
  try {
    const parsed = channel.target.parse(target)
    return await channel.testConnection?.({ target: parsed, secrets, http, signal, now: () => NOW })
  } finally {
    await http.close()
  }
}

/** The preview of the sample event. */
export async function tryPreview<Target>({
  channel,
  current,
  target,
}: ChannelTry<Target>): Promise<MessagePreview | undefined> {
  const event = eventWith(current)
  return channel.preview?.({
    event,
    body: JSON.stringify(event),
    target: channel.target.parse(target),
    templates: createTemplateRenderer(),
    now: () => NOW,
    idempotencyKey: 'dlv_1',
  })
}

/** What `validate` says: the field and the code, or undefined when all is well. */
export async function tryValidate<Target>({
  channel,
  target,
}: Pick<ChannelTry<Target>, 'channel' | 'target'>): Promise<unknown> {
  const http = createHttpClient({ allowPrivateTargets: false })
  const templates = createTemplateRenderer()
  try {
    await channel.validate?.(channel.target.parse(target), { http, templates })
    return undefined
  } catch (error) {
    const { code, details } = error as { code?: string; details?: { field?: string } }
    return [code, details?.field]
  } finally {
    await http.close()
  }
}
