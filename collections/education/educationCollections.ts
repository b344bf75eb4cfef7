import type { CollectionConfig } from 'payload'

import { AchievementTypes } from './AchievementTypes.ts'
import { Certificates } from './Certificates.ts'
import { CourseEnrollments } from './CourseEnrollments.ts'
import { Courses } from './Courses.ts'
import { createAchievements } from './createAchievements.ts'
import { LessonProgress } from './LessonProgress.ts'
import { Lessons } from './Lessons.ts'

/** Courses, lessons, enrollments, progress, achievements and certificates. */
export const educationCollections: CollectionConfig[] = [
  Courses,
  Lessons,
  CourseEnrollments,
  LessonProgress,
  createAchievements(),
  AchievementTypes,
  Certificates,
]
