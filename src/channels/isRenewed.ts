import type { AnyChannel } from './channel.ts'

/** Whether the engine renews an account that has these secrets, by field name; others end, and people are warned. */
export function isRenewed(
  { isRenewable, refresh }: AnyChannel,
  secretNames: readonly string[],
): boolean {
  return refresh !== undefined && (isRenewable?.(secretNames) ?? true)
}
