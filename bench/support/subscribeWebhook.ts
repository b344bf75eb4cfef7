import type { Payload } from 'payload'

/** A subscription that sends events to a receiver, and nothing else about it. */
export async function subscribeWebhook(
  payload: Payload,
  {
    events = ['order.created'],
    url,
    ...rest
  }: { url: string; events?: string[]; name?: string; filters?: object[] },
): Promise<void> {
  await payload.create({
    collection: 'event-subscriptions',
    data: {
      name: 'bench',
      ...rest,
      events: events as never,
      channels: [{ blockType: 'webhook', url }],
    },
  })
}
