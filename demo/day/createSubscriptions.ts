import type { DemoSubscription } from './subscriptions.ts'
import { docOf } from './docOf.ts'
import type { Stage } from './step.ts'

/** A channel entry of a stored subscription. */
export type StoredEntry = {
  subscription: string
  channelEntry: string
  channel: string
  name: string
  /** Signing secret, shown in the answer to the create and never again. */
  secret: string | null
  wants: DemoSubscription['wants']
}

/** Creates the subscriptions over REST and keeps what only the answer tells. */
export async function createSubscriptions(
  stage: Stage,
  subscriptions: readonly DemoSubscription[],
  onDone: (name: string) => void,
): Promise<StoredEntry[]> {
  const entries: StoredEntry[] = []
  for (const { body, wants } of subscriptions) {
    const answer = await stage.api.call('POST', '/event-subscriptions', body, {
      as: stage.staff(),
    })
    const { id, channels } = docOf(answer) as {
      id: number
      channels: { id: string; blockType: string; secret?: string }[]
    }
    stage.keep(`subscription:${body.name}`, id)
    onDone(body.name)
    for (const channel of channels) {
      entries.push({
        subscription: String(id),
        channelEntry: channel.id,
        channel: channel.blockType,
        name: body.name,
        secret: channel.secret ?? null,
        wants,
      })
    }
  }
  return entries
}
