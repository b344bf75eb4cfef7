import type { StatusMachine } from '../../statusMachine.ts'

/** Where moderation stands. */
export type CommentStatus = 'pending' | 'approved' | 'rejected'

/** A decision may be taken back, but not the fact that there was one. */
export const commentStatusMachine: StatusMachine<CommentStatus> = {
  pending: ['approved', 'rejected'],
  approved: ['rejected'],
  rejected: ['approved'],
}
