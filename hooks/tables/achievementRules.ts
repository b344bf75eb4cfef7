import type { Change } from '../rules/change.ts'
import { carrying, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What a saved achievement means. */
export const achievementRules: RuleTable = {
  'achievement.earned': on.created(),
  'achievement.milestone': carrying(on.save(isMilestone), ({ current }) => ({
    count: Number(current['number'] ?? 0),
    milestone: current['milestoneReached'] ?? null,
  })),
}

/** Marked as one, at once or later; or the user's count says so, which only a new award can change. */
function isMilestone({ current, isFirstAppearance, previous }: Change): boolean {
  if (isFirstAppearance && typeof current['milestoneReached'] === 'number') return true
  return current['isMilestone'] === true && previous?.['isMilestone'] !== true
}
