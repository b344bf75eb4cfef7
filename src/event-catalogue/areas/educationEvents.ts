import { achievementEarned } from '../events/achievements/achievementEarned.ts'
import { achievementMilestone } from '../events/achievements/achievementMilestone.ts'
import { certificateDownloaded } from '../events/certificates/certificateDownloaded.ts'
import { certificateIssued } from '../events/certificates/certificateIssued.ts'
import { courseCompleted } from '../events/courses/courseCompleted.ts'
import { courseEnrolled } from '../events/courses/courseEnrolled.ts'
import { courseStalled } from '../events/courses/courseStalled.ts'
import { courseStarted } from '../events/courses/courseStarted.ts'
import { lessonCompleted } from '../events/lessons/lessonCompleted.ts'
import { lessonProgressUpdated } from '../events/lessons/lessonProgressUpdated.ts'
import { lessonStarted } from '../events/lessons/lessonStarted.ts'
import { lessonStuck } from '../events/lessons/lessonStuck.ts'

/** Courses, lessons, enrollments, progress, achievements and certificates. */
export const educationEvents = [
  courseEnrolled,
  courseStarted,
  courseCompleted,
  courseStalled,
  lessonStarted,
  lessonProgressUpdated,
  lessonCompleted,
  lessonStuck,
  achievementEarned,
  achievementMilestone,
  certificateIssued,
  certificateDownloaded,
] as const
