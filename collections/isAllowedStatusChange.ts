import type { StatusMachine } from './statusMachine.ts'

/** Whether `to` may follow `from`; staying the same is no change and always allowed. */
export function isAllowedStatusChange<Status extends string>(
  machine: StatusMachine<Status>,
  from: Status,
  to: Status,
): boolean {
  return from === to || machine[from].includes(to)
}
