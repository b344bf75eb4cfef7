import type { AnyChannel } from './channel.ts'

/** What a stored secret looks like to everybody who reads it. */
export const SECRET_MASK = '••••••••'

/** Names of the fields of a channel that hold secrets. */
export function secretFieldNames(channel: AnyChannel): string[] {
  return channel.fields.filter((field) => field.isSecret === true).map((field) => field.name)
}
