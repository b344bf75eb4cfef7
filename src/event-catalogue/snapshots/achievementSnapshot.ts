import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `achievements`: one award to one user, as it was given. */
export const achievementSnapshot = defineSnapshot({
  title: rowField.localisedText,
  user: rowField.relation,
  /** Kind of achievement in `achievement-types`; null for a one-off award. */
  type: rowField.relation,
  reason: rowField.text,
  code: rowField.text,
  icon: rowField.relation,
  points: rowField.number,
  isMilestone: rowField.boolean,
  earnedAt: rowField.date,
  /** Which one of the user's achievements this is, from 1. */
  number: rowField.number,
  /** The number, when it is a milestone. */
  milestoneReached: rowField.number,
})
