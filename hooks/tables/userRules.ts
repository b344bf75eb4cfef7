import type { Json } from '../../src/kernel/json.ts'
import type { Change } from '../rules/change.ts'
import { both, carrying, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

const DAY_MS = 86_400_000

/**
 * What happens to a user means. Login bookkeeping, sessions and password hashes mean nothing.
 *
 * @param options.returnedAfterDays quiet days after which a sign of life is a return. @default 7
 */
export function createUserRules({
  returnedAfterDays = 7,
}: {
  returnedAfterDays?: number
} = {}): RuleTable {
  return {
    'user.registered': on.created(),
    'user.updated': on.updated({ ignore: ['lastActiveAt'] }),
    'user.login': on.login(),
    'user.returned': carrying(
      both(on.activity(), (change) => quietDays(change) >= returnedAfterDays),
      (change) => ({ inactiveDays: quietDays(change) }),
    ),
    'user.logout': on.logout(),
  }
}

/** Whole days between this sign of life and the one before, or the registration when there was none. */
function quietDays({ current, previous }: Change): number {
  const before = timeOf(previous?.['lastActiveAt'] ?? current['createdAt'])
  const now = timeOf(current['lastActiveAt'])
  return before === undefined || now === undefined ? 0 : Math.floor((now - before) / DAY_MS)
}

function timeOf(value: Json | undefined): number | undefined {
  return typeof value === 'string' ? Date.parse(value) : undefined
}
