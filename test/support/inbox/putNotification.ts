import type { InboxMessage, InboxReceipt } from '../../../src/channels/inbox.ts'
import type { BootedFlow } from '../flow/bootFlow.ts'

let counter = 0

/** Puts a notification as the channel does; what is not given is ordinary. */
export async function putNotification(
  { runtime }: Pick<BootedFlow, 'runtime'>,
  { userId, ...given }: Partial<InboxMessage> & { userId?: number | string },
): Promise<InboxReceipt> {
  counter += 1
  return runtime.inbox.put({
    id: `dlv_test_${counter}`,
    audience: { kind: 'user', userId: String(userId) },
    event: { id: 'evt_test', type: 'order.paid' },
    title: `News ${counter}`,
    text: '',
    link: null,
    level: 'info',
    ...given,
  })
}
