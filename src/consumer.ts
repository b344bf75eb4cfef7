/** The door for receivers of webhooks: check a delivery, and know what it carries. Its types need no package. */
export type { FlowEventTypes } from './consumer/eventTypes.ts'
export type { FlowEvent, FlowEventOf } from './consumer/receivedEvent.ts'
export { type VerifiedEvent, verify } from './consumer/verify.ts'
export type { EventMeta } from './event-catalogue/flowEvent.ts'
export {
  type VerifyWebhookOptions,
  type WebhookHeaders,
  type WebhookRefusal,
  type WebhookVerification,
  verifyWebhook,
} from '../plugins/channels/webhook/signature/verifyWebhook.ts'
