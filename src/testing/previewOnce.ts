import type { Channel, MessagePreview } from '../channels/channel.ts'
import { CONTRACT_KEY } from './attemptOnce.ts'
import type { ArrangedChannel } from './channelSituation.ts'
import { plainTemplates } from './plainTemplates.ts'
import { sampleFlowEvent } from './sampleFlowEvent.ts'

/** The preview of an arranged target; undefined for channels that have none. */
export async function previewOnce<Target>(
  { preview, target }: Channel<Target>,
  { event = sampleFlowEvent, target: given, templates = plainTemplates }: ArrangedChannel<Target>,
): Promise<MessagePreview | undefined> {
  return preview?.({
    event,
    body: JSON.stringify(event),
    target: target.parse(given),
    templates,
    now: () => Date.parse('2026-11-21T10:00:00.000Z'),
    idempotencyKey: CONTRACT_KEY,
  })
}
