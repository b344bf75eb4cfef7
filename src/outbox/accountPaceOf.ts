import type { ChannelLimits } from '../channels/channel.ts'
import { accountKeyOf } from '../credentials/accountKeyOf.ts'
import type { AccountPace } from '../pace/pace.ts'

/** The pace of the account that a channel entry sends with, or null when its service sets none. */
export function accountPaceOf(
  { burst, requestsPerDelivery = 1, requestsPerSecond }: ChannelLimits,
  entry: Parameters<typeof accountKeyOf>[0],
): AccountPace | null {
  if (requestsPerSecond === undefined) return null
  return {
    account: accountKeyOf(entry),
    rate: {
      count: requestsPerSecond,
      perMs: 1_000 * requestsPerDelivery,
      ...(burst === undefined ? {} : { burst: burst / requestsPerDelivery }),
    },
  }
}
