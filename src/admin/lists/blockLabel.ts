import { isRecord } from '../../kernel/isRecord.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'

type ConfigLike = {
  collections: readonly { slug: string; fields: readonly unknown[] }[]
  blocksMap?: unknown
}

/** What a channel is called, by the block the subscription form has for it; the slug for a channel that is gone. */
export function blockLabel(config: ConfigLike, channel: string, language: string): string {
  const subscriptions = config.collections.find(({ slug }) => slug === 'event-subscriptions')
  const field = subscriptions?.fields
    .filter(isRecord)
    .find((candidate) => candidate['name'] === 'channels')
  const blocks = Array.isArray(field?.['blocks']) ? field['blocks'] : []
  const block = blocks.filter(isRecord).find((candidate) => candidate['slug'] === channel)
  const labels = block && isRecord(block['labels']) ? block['labels'] : {}
  return pickLocalised(labels['singular'], language) || channel
}
