import { createEmailChannel } from '../../../plugins/channels/email/emailChannel.ts'
import { createInAppChannel } from '../../../plugins/channels/in-app/inAppChannel.ts'
import { createSmsChannel } from '../../../plugins/channels/sms/smsChannel.ts'
import { createTelegramChannel } from '../../../plugins/channels/telegram/telegramChannel.ts'
import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import { type SmtpStub, startSmtpServer } from '../../contracts/email/smtpStub.ts'
import { type BootedFlow, bootFlow } from '../flow/bootFlow.ts'
import { type Actor, createActor } from '../payload/createActor.ts'

/** A delivery as its row says. */
export type Sent = {
  status: string
  last_code: string | null
  last_error: string | null
  attempts_finished: number
}

/** A site that sends letters through a real mail server. */
export type ConsentWorld = {
  flow: BootedFlow
  mail: SmtpStub
  manager: Actor
  /** Stores a subscription to orders and answers with its id. */
  subscribe: (channels: object[], more?: object) => Promise<string>
  unsubscribeAll: () => Promise<void>
  /** Creates an order of this customer and waits; the deliveries it caused, in the order of the subscriptions. */
  order: (email: string, more?: object) => Promise<Sent[]>
  close: () => Promise<void>
}

/** Boots it with the given mail server's answers. */
export async function openConsentWorld(): Promise<ConsentWorld> {
  const mail = await startSmtpServer()
  const flow = await bootFlow({
    smtpUrl: mail.url,
    channels: [
      createEmailChannel(),
      createSmsChannel({ provider: 'smsru', apiKey: 'none', apiUrls: { smsru: mail.url } }),
      createInAppChannel(),
      createTelegramChannel(),
      webhookChannel,
    ],
  })
  const manager = await createActor(flow.payload, 'manager')
  const ids: string[] = []
  return {
    flow,
    mail,
    manager,
    subscribe: async (channels, more = {}) => {
      const body = { name: 'Реклама', events: ['order.created'], channels, ...more }
      const answer = await flow.rest('POST', '/event-subscriptions', body, { user: manager })
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
      ids.push(String(answer.body.doc['id']))
      return String(answer.body.doc['id'])
    },
    unsubscribeAll: async () => {
      for (const id of ids.splice(0)) {
        await flow.rest('DELETE', `/event-subscriptions/${id}`, undefined, { user: manager })
      }
    },
    order: async (customerEmail, more = {}) => {
      const body = { total: { amount: 900, currency: 'RUB' }, customerEmail, ...more }
      const { body: answer } = await flow.rest('POST', '/orders?locale=ru', body, { user: manager })
      await flow.settle()
      const { rows } = await flow.sql.query<Sent>(
        `SELECT d.status::text, d.last_code, d.last_error, d.attempts_finished::int
         FROM event_deliveries d JOIN event_logs e ON e.id = d.event
         WHERE e.type = 'order.created' AND e.document_id = $1 ORDER BY d.subscription, d.channel`,
        [String(answer.doc['id'])],
      )
      return rows
    },
    close: async () => {
      await flow.destroy()
      await mail.close()
    },
  }
}
