import type { Endpoint, PayloadRequest } from 'payload'

import type { AnyChannel } from '../../channels/channel.ts'
import type { CallbackRequest, CallbackResult } from '../../channels/channelCallback.ts'
import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { recordReports } from '../../delivery/recordReports.ts'
import { defineEndpoint, type EndpointInput } from '../../http/defineEndpoint.ts'
import { notFound } from '../../http/notFound.ts'
import { readBodyBytes } from '../../http/readBodyBytes.ts'
import { FlowError } from '../../kernel/flowError.ts'
import type { RateLimit } from '../../rate-limit/rateLimiter.ts'
import { callbackAccount } from './callbackAccount.ts'

/** Services tell of every message of a campaign within minutes; floods come faster. */
const callbackLimit: RateLimit = { name: 'channel-callback', points: 6_000, perSeconds: 60 }
/** WhatsApp sends up to 3 MB. */
const MAX_BYTES = 3 * 1024 * 1024

/**
 * `POST` (and `GET`, for challenges and old services) `/api/events/callbacks/:channel/:key`: what a service says of messages
 * that it took. The key is ours; who the service is the channel proves by its signature. News of messages that are not
 * ours are kept and answered with success: the service would repeat them for days.
 */
export function receiveCallback(): Endpoint[] {
  const common = {
    path: '/events/callbacks/:channel/:key',
    access: 'public',
    limit: callbackLimit,
  } as const
  return [
    defineEndpoint({ ...common, method: 'post', handle: (input) => receive(input, 'POST') }),
    defineEndpoint({ ...common, method: 'get', handle: (input) => receive(input, 'GET') }),
  ]
}

async function receive(
  { param, payload, req, runtime }: EndpointInput<undefined, undefined>,
  method: 'GET' | 'POST',
): Promise<Response> {
  const key = param('key')
  const now = runtime.clock.now()
  const owner = runtime.callbacks.read(param('channel'), key, now)
  const channel: AnyChannel | undefined =
    owner && runtime.channels.has(owner.channel) ? runtime.channels.get(owner.channel) : undefined
  if (!owner || !channel?.callback) throw notFound('callback', param('channel'))
  const sql = await sqlOfRequest(payload)
  const account = await callbackAccount(runtime, sql, owner)
  const request = await requestOf(req, method, runtime.callbacks.publicUrl(owner))
  const result = channel.callback(request, { ...account, now })
  if (result.kind === 'refused') throw notGenuine(result)
  if (result.kind === 'reports') {
    const { reports } = result
    await runtime.addresses.suppress(
      reports.flatMap(({ suppress }) =>
        suppress ? [{ ...suppress, channel: channel.slug, deliveryId: null }] : [],
      ),
    )
    const { fresh, matched } = await recordReports(sql, channel.slug, reports)
    if (fresh > matched) {
      const unknown = fresh - matched
      payload.logger.info({
        msg: 'flowmasters: statuses of unknown messages',
        channel: channel.slug,
        unknown,
      })
    }
  }
  return new Response(result.answer ?? '', { headers: { 'content-type': 'text/plain' } })
}

async function requestOf(
  req: PayloadRequest,
  method: 'GET' | 'POST',
  publicUrl: string | undefined,
): Promise<CallbackRequest> {
  const { search, searchParams, href } = new URL(req.url ?? '/', 'http://localhost')
  return {
    method,
    // As the service knows it: behind a proxy the request itself says something else.
    url: publicUrl === undefined ? href : `${publicUrl}${search}`,
    query: searchParams,
    headers: Object.fromEntries(
      [...req.headers].map(([name, value]) => [name.toLowerCase(), value]),
    ),
    body: method === 'GET' ? Buffer.alloc(0) : await readBodyBytes(req, MAX_BYTES),
  }
}

function notGenuine({ reason, status }: Extract<CallbackResult, { kind: 'refused' }>): FlowError {
  return new FlowError({
    code: 'FLOW_CALLBACK_REFUSED',
    message: `this is not a status of the service: ${reason}`,
    hint: 'Compare the secret in the channel with the one in the settings of the service.',
    status,
    details: { reason },
  })
}
