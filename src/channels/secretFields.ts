import type { AnyChannel } from './channel.ts'

/** Names of the fields of a channel that hold secrets. */
export function secretFieldNames(channel: AnyChannel): string[] {
  return channel.fields.filter((field) => field.isSecret === true).map((field) => field.name)
}
