import type { Change } from '../rules/change.ts'
import { both, carrying, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

const DAY_MS = 86_400_000
const QUIET_DAYS = 7

/** What happens to a user means. Login bookkeeping, sessions and password hashes mean nothing. */
export function createUserRules({
  now = () => Date.now(),
}: {
  now?: () => number
} = {}): RuleTable {
  const quietDays = ({ current }: Change): number => {
    const last = current['lastActiveAt']
    return typeof last === 'string' ? Math.floor((now() - Date.parse(last)) / DAY_MS) : 0
  }
  return {
    'user.registered': on.created(),
    'user.updated': on.updated({ ignore: ['lastActiveAt'] }),
    'user.login': on.login(),
    'user.returned': carrying(
      both(on.login(), (change) => quietDays(change) >= QUIET_DAYS),
      (change) => ({ inactiveDays: quietDays(change) }),
    ),
    'user.logout': on.logout(),
  }
}
