import { FlowError } from '../kernel/flowError.ts'
import type { AnyChannel } from './channel.ts'

/** The channels of this installation, by slug. */
export type ChannelRegistry = {
  all: () => readonly AnyChannel[]
  /** Throws FLOW_CHANNEL_UNKNOWN. */
  get: (slug: string) => AnyChannel
  has: (slug: string) => boolean
}

/**
 * Throws FLOW_CHANNEL_DUPLICATE when two channels share a slug, FLOW_CHANNEL_UPSERT_UNDECLARED when one keeps ids of objects and does not
 * say that it changes them.
 */
export function createChannelRegistry(channels: readonly AnyChannel[]): ChannelRegistry {
  const bySlug = new Map<string, AnyChannel>()
  for (const channel of channels) {
    if (bySlug.has(channel.slug)) {
      throw new FlowError({
        code: 'FLOW_CHANNEL_DUPLICATE',
        message: `two channels are called "${channel.slug}"`,
        hint: 'Remove one of them from the channels given to flowMasters().',
      })
    }
    // The other way round is no mistake: a service may have a key of its own, such as the e-mail address.
    if (channel.remoteObject !== undefined && channel.capabilities?.upsert !== true) {
      throw new FlowError({
        code: 'FLOW_CHANNEL_UPSERT_UNDECLARED',
        message: `the channel "${channel.slug}" has remoteObject and does not declare upsert`,
        hint: 'Add `upsert: true` to its capabilities, or leave remoteObject out.',
      })
    }
    bySlug.set(channel.slug, channel)
  }
  return {
    all: () => [...bySlug.values()],
    has: (slug) => bySlug.has(slug),
    get: (slug) => {
      const channel = bySlug.get(slug)
      if (channel) return channel
      throw new FlowError({
        code: 'FLOW_CHANNEL_UNKNOWN',
        message: `there is no channel "${slug}"`,
        details: { slug },
        hint: `Known channels: ${[...bySlug.keys()].join(', ')}.`,
        status: 400,
      })
    },
  }
}
