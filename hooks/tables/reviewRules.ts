import type { Json, JsonObject } from '../../src/kernel/json.ts'
import { on } from '../rules/on.ts'
import type { Rule, RuleTable } from '../rules/rule.ts'

/** What a saved review means. Three stars are neither praise nor complaint; moderation changes nothing here. */
export const reviewRules: RuleTable = {
  'review.created': on.created(),
  'review.positive': movedInto((rating) => rating >= 4),
  'review.negative': movedInto((rating) => rating <= 2),
}

/** The rating is among these now and was not before: 4 → 5 is no news, 3 → 5 is. */
function movedInto(isAmong: (rating: number) => boolean): Rule {
  const holds = (row: JsonObject | null): boolean => {
    const rating: Json | undefined = row?.['rating']
    return typeof rating === 'number' && isAmong(rating)
  }
  return on.save(
    ({ current, isFirstAppearance, isVisible, previous }) =>
      isVisible && holds(current) && (isFirstAppearance || !holds(previous)),
  )
}
