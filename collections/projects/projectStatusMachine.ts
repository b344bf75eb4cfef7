import type { StatusMachine } from '../statusMachine.ts'

/** The life of a project. A project may begin in any of these. */
export type ProjectStatus = 'planned' | 'in_progress' | 'on_hold' | 'completed' | 'cancelled'

/** Which status of a project may follow which. Finished work is taken up again, cancelled work is planned anew. */
export const projectStatusMachine: StatusMachine<ProjectStatus> = {
  planned: ['in_progress', 'on_hold', 'cancelled'],
  in_progress: ['on_hold', 'completed', 'cancelled'],
  on_hold: ['planned', 'in_progress', 'cancelled'],
  completed: ['in_progress'],
  cancelled: ['planned'],
}
