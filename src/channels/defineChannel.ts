import type { Channel } from './channel.ts'

/** Declares a channel; the target type is inferred from its schema. */
export function defineChannel<Target>(channel: Channel<Target>): Channel<Target> {
  return channel
}
