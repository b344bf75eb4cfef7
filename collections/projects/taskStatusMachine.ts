import type { StatusMachine } from '../statusMachine.ts'

/** The life of a task; `done` is completed. A task may begin in any of these. */
export type TaskStatus = 'todo' | 'in_progress' | 'review' | 'done' | 'cancelled'

/** Which status of a task may follow which. A finished task is reopened by working on it again. */
export const taskStatusMachine: StatusMachine<TaskStatus> = {
  todo: ['in_progress', 'review', 'done', 'cancelled'],
  in_progress: ['todo', 'review', 'done', 'cancelled'],
  review: ['in_progress', 'done', 'cancelled'],
  done: ['in_progress'],
  cancelled: ['todo'],
}
