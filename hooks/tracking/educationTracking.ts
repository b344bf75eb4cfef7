import type { Tracking } from '../rules/track.ts'
import { track } from '../rules/track.ts'
import { achievementRules } from '../tables/achievementRules.ts'
import { certificateRules } from '../tables/certificateRules.ts'
import { enrollmentRules } from '../tables/enrollmentRules.ts'
import { lessonProgressRules } from '../tables/lessonProgressRules.ts'

/** What changes in courses, lessons, enrollments, progress, achievements and certificates mean. */
export const educationTracking: Tracking[] = [
  track('course-enrollments', enrollmentRules),
  track('lesson-progress', lessonProgressRules),
  track('achievements', achievementRules),
  track('certificates', certificateRules),
]
