import type { StatusMachine } from '../../statusMachine.ts'

/** How far somebody is in a lesson. */
export type ProgressStatus = 'not_started' | 'in_progress' | 'completed'

/** Which status may follow which. Back to the start is a reset, which only staff do. */
export const progressStatusMachine: StatusMachine<ProgressStatus> = {
  not_started: ['in_progress', 'completed'],
  in_progress: ['completed', 'not_started'],
  completed: ['not_started'],
}
