import type { ChannelLimits } from '../channels/channel.ts'
import type { AccountPace } from '../pace/pace.ts'

/**
 * The pace of the account that a channel entry sends with, or null when its service sets none. Entries with the same stored
 * credentials share one; what was typed into an entry is an account of its own.
 */
export function accountPaceOf(
  { burst, requestsPerDelivery = 1, requestsPerSecond }: ChannelLimits,
  { credentialId, entryId }: { credentialId: string | undefined; entryId: string },
): AccountPace | null {
  if (requestsPerSecond === undefined) return null
  return {
    account: credentialId === undefined ? `entry:${entryId}` : `credentials:${credentialId}`,
    rate: {
      count: requestsPerSecond,
      perMs: 1_000 * requestsPerDelivery,
      ...(burst === undefined ? {} : { burst: burst / requestsPerDelivery }),
    },
  }
}
