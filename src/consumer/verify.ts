import type { VerifyWebhookOptions } from '../../plugins/channels/webhook/signature/verifyWebhook.ts'
import {
  type WebhookRefusal,
  verifyWebhook,
} from '../../plugins/channels/webhook/signature/verifyWebhook.ts'
import type { FlowEvent, NoOwnEvents } from './receivedEvent.ts'

/** A genuine event with the id of its delivery, or why the request must be refused. */
export type VerifiedEvent<Own extends object = NoOwnEvents> =
  | {
      isValid: true
      /** Id of the delivery, the same on every try: ignore one that you know. */
      id: string
      timestampSeconds: number
      event: FlowEvent<Own>
    }
  | { isValid: false; reason: WebhookRefusal | 'malformed_body' }

/**
 * Checks a received webhook and reads the event out of it. Never throws, so that a receiver cannot forget the catch.
 * The signature is the proof that the site wrote the body, so the shape of `data` is not checked again; a type newer
 * than the installed package may come: give a `switch` over `event.type` a `default`.
 */
export function verify<Own extends object = NoOwnEvents>(
  options: VerifyWebhookOptions,
): VerifiedEvent<Own> {
  const verdict = verifyWebhook(options)
  if (!verdict.isValid) return verdict
  const event = parsed(options.body)
  if (!isEnvelope(event)) return { isValid: false, reason: 'malformed_body' }
  return { ...verdict, event: event as FlowEvent<Own> }
}

function parsed(body: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

function isEnvelope(value: unknown): value is { type: string; data: object; meta: object } {
  if (!isObject(value)) return false
  const { data, id, meta, type } = value
  return typeof id === 'string' && typeof type === 'string' && isObject(data) && isObject(meta)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
