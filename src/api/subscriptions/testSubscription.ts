import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { createSendTest } from '../../delivery/sendTest.ts'
import { sayReasons } from '../../delivery-log/sayReasons.ts'
import { FlowError } from '../../kernel/flowError.ts'
import { newId } from '../../kernel/ids.ts'
import type { ActiveChannel, ActiveSubscription } from '../../outbox/activeSubscription.ts'
import { insertEventsSql } from '../../outbox/insertEventsSql.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { inTransaction } from '../../http/inTransaction.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { attemptTools } from '../../runtime/attemptTools.ts'
import { loadSubscription } from './loadSubscription.ts'
import { testDefinition, testEvent } from './testEvent.ts'

const testInput = z.strictObject({
  entryId: z.string().max(100).optional(),
  type: z.string().max(200).optional(),
})

/**
 * `POST /api/events/subscriptions/:id/test`: sends a sample event now, through the real channels, to every channel
 * that is switched on, or to the one named by `entryId`. Filters are not asked: the sample is not the site's data.
 * A subscription that is switched off can be tested too. `reason` is English, `reasonText` in the language of the request.
 */
export const testSubscription = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/events/subscriptions/:id/test',
    access: manage,
    body: testInput,
    handle: async ({ body, param, payload, req, runtime }) => {
      const subscription = await loadSubscription(payload, runtime, param('id'))
      const entries = entriesOf(subscription, body.entryId)
      const definition = testDefinition(runtime.catalogue, subscription.patterns, body.type)
      const row = testEvent(definition, userOf(req), runtime.clock.now())
      const sendTest = createSendTest(`test:${newId('wrk')}`)
      const { id, type } = row
      await inTransaction(payload, async ({ sql }) => {
        const { text, values } = insertEventsSql([row])
        await sql.query(text, values)
        const event = { id, type, body: `${row.bodyHead}null${row.bodyTail}` }
        await sendTest.plan(sql, { event, subscription, entries })
      })
      const { channels } = runtime
      const results = await sendTest.run(await sqlOfRequest(payload), attemptTools(runtime))
      return jsonResponse({
        event: { id, type },
        results: results.map((result) => ({
          ...result,
          reasonText: sayReasons(
            result,
            req.i18n.language,
            channels.has(result.channel) ? channels.get(result.channel).reasons : undefined,
          ),
        })),
      })
    },
  })

function entriesOf(
  { channels }: ActiveSubscription,
  entryId: string | undefined,
): readonly ActiveChannel[] {
  const entries =
    entryId === undefined
      ? channels.filter(({ isEnabled }) => isEnabled)
      : channels.filter((channel) => channel.entryId === entryId)
  if (entries.length > 0) return entries
  throw new FlowError({
    code: 'FLOW_SUBSCRIPTION_NO_CHANNEL',
    message:
      entryId === undefined
        ? 'every channel of the subscription is switched off'
        : `the subscription has no channel entry "${entryId}"`,
    hint: 'The ids of the entries are in `channels` of the subscription.',
    status: 400,
  })
}

function userOf(req: PayloadRequest): { id: number | string; email: string | null } {
  const user: { id: number | string; email?: unknown } | null = req.user
  return { id: user?.id ?? '', email: typeof user?.email === 'string' ? user.email : null }
}
