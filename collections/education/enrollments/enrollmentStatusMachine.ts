import type { StatusMachine } from '../../statusMachine.ts'

/** The life of an enrollment. It may begin in any of these. */
export type EnrollmentStatus = 'enrolled' | 'active' | 'completed' | 'cancelled'

/**
 * Which status of an enrollment may follow which. A user has one enrollment per course, so who left and comes back
 * is enrolled again in the same one.
 */
export const enrollmentStatusMachine: StatusMachine<EnrollmentStatus> = {
  enrolled: ['active', 'completed', 'cancelled'],
  active: ['completed', 'cancelled'],
  completed: [],
  cancelled: ['enrolled'],
}
