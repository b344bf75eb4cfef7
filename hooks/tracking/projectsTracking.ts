import type { Tracking } from '../rules/track.ts'
import { track } from '../rules/track.ts'
import { projectRules } from '../tables/projectRules.ts'
import { taskRules } from '../tables/taskRules.ts'

/** What changes in service projects and tasks mean. */
export const projectsTracking: Tracking[] = [
  track('service-projects', projectRules),
  track('tasks', taskRules),
]
