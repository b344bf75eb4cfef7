import type { CollectionConfig } from 'payload'

import { CommentLikes } from './CommentLikes.ts'
import { Comments } from './Comments.ts'
import { PostCategories } from './PostCategories.ts'
import { Posts } from './Posts.ts'

/** Posts and comments. */
export const contentCollections: CollectionConfig[] = [
  Posts,
  PostCategories,
  Comments,
  CommentLikes,
]
