import type { Tracking } from '../rules/track.ts'
import { track } from '../rules/track.ts'
import { commentRules } from '../tables/commentRules.ts'
import { postRules } from '../tables/postRules.ts'

/** What changes in posts and comments mean. */
export const contentTracking: Tracking[] = [
  track('posts', postRules),
  track('comments', commentRules),
]
