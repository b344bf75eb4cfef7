import { projectCreated } from '../events/projects/projectCreated.ts'
import { projectStarted } from '../events/projects/projectStarted.ts'
import { projectCompleted } from '../events/projects/projectCompleted.ts'
import { projectOverdue } from '../events/projects/projectOverdue.ts'
import { taskCreated } from '../events/tasks/taskCreated.ts'
import { taskAssigned } from '../events/tasks/taskAssigned.ts'
import { taskCompleted } from '../events/tasks/taskCompleted.ts'
import { taskOverdue } from '../events/tasks/taskOverdue.ts'

/** Service projects and tasks. */
export const projectsEvents = [
  projectCreated,
  projectStarted,
  projectCompleted,
  projectOverdue,
  taskCreated,
  taskAssigned,
  taskCompleted,
  taskOverdue,
] as const
