/** The door for receivers of webhooks: verify a delivery and know the shape of what it carries. */
export type { EventData, EventMeta, FlowEvent } from './event-catalogue/flowEvent.ts'
export {
  type VerifyWebhookOptions,
  type WebhookHeaders,
  type WebhookRefusal,
  type WebhookVerification,
  verifyWebhook,
} from '../plugins/channels/webhook/signature/verifyWebhook.ts'
