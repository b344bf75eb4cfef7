import { defineChannel, isEgressError } from '../../../src/index.ts'
import { deliverWebhook } from './deliverWebhook.ts'
import { webhookFields } from './webhookFields.ts'
import { webhookReasons } from './webhookReasons.ts'
import { checkWebhookSecret, generateWebhookSecret } from './webhookSecret.ts'
import { webhookTarget, type WebhookTarget } from './webhookTarget.ts'

const MAX_LINE = 160

/** Posts the event's exact JSON to a URL, signed as Standard Webhooks describes. */
export const webhookChannel = defineChannel<WebhookTarget>({
  slug: 'webhook',
  label: { en: 'Webhook', ru: 'Вебхук' },
  description: {
    en: 'Sends the event to another system over the web, signed so that the receiver can trust it.',
    ru: 'Отправляет событие в другую систему через интернет, с подписью, которой получатель может доверять.',
  },
  fields: webhookFields,
  target: webhookTarget,
  generateSecret: generateWebhookSecret,
  checkSecret: (_, value) => checkWebhookSecret(value),
  validate: async (target, { http }) => {
    try {
      await http.vet(target.url)
    } catch (error) {
      // A name that does not resolve yet may do so when the first event comes.
      if (!isEgressError(error) || error.code !== 'FLOW_EGRESS_DNS') throw error
    }
  },
  describeTarget: (target) => {
    const { host, pathname } = new URL(target.url)
    const line = `POST ${host}${pathname}`
    return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE - 1)}…` : line
  },
  reasons: webhookReasons,
  deliver: deliverWebhook,
})
