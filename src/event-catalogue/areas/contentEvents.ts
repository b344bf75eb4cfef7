import { commentApproved } from '../events/comments/commentApproved.ts'
import { commentCreated } from '../events/comments/commentCreated.ts'
import { commentLiked } from '../events/comments/commentLiked.ts'
import { commentRejected } from '../events/comments/commentRejected.ts'
import { postCreated } from '../events/posts/postCreated.ts'
import { postPublished } from '../events/posts/postPublished.ts'
import { postUpdated } from '../events/posts/postUpdated.ts'

/** Posts and comments. */
export const contentEvents = [
  postCreated,
  postPublished,
  postUpdated,
  commentCreated,
  commentApproved,
  commentRejected,
  commentLiked,
] as const
