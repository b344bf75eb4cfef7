import type { StatusMachine } from '../../statusMachine.ts'

/** What the moderators say about a review. */
export type ReviewStatus = 'pending' | 'approved' | 'rejected'

/** Moderators may think again, and an edited review waits for them again; so every change is legal but a made-up one. */
export const reviewStatusMachine: StatusMachine<ReviewStatus> = {
  pending: ['approved', 'rejected'],
  approved: ['rejected', 'pending'],
  rejected: ['approved', 'pending'],
}
