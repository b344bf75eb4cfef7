import type { Sql } from '../../../src/kernel/sql.ts'

/** What is to happen to one person's like of one comment. */
export type LikeChange = {
  sql: Sql
  commentId: number | string
  userId: number | string
  isActive: boolean
  at: string
}

/** What happened. */
export type LikeOutcome = {
  /** The like stands as wanted, and did so before. */
  wasSo: boolean
  /** This person likes this comment for the first time. */
  isFirst: boolean
  likesCount: number
}

/**
 * Gives or takes back a like, in the caller's transaction. The comment's row is locked first, so likes of one comment
 * take turns and the count is exact. `undefined`: there is no such comment, or it is not approved.
 */
export async function toggleLike({
  at,
  commentId,
  isActive,
  sql,
  userId,
}: LikeChange): Promise<LikeOutcome | undefined> {
  const comment = await sql.query<{ likes: string | null }>(
    `select likes_count as likes from comments where id = $1 and status = 'approved' for update`,
    [commentId],
  )
  const before = comment.rows[0]
  if (!before) return undefined
  const likesCount = Number(before.likes ?? 0)
  const known = await sql.query<{ isActive: boolean }>(
    'select is_active as "isActive" from comment_likes where comment_id = $1 and user_id = $2',
    [commentId, userId],
  )
  const like = known.rows[0]
  if ((like?.isActive ?? false) === isActive) return { wasSo: true, isFirst: false, likesCount }

  await sql.query(
    `insert into comment_likes (comment_id, user_id, is_active, liked_at, created_at, updated_at)
     values ($1, $2, $3, $4, $4, $4)
     on conflict (comment_id, user_id) do update set is_active = $3, updated_at = $4`,
    [commentId, userId, isActive, at],
  )
  const counted = await sql.query<{ likes: string }>(
    `update comments set likes_count = greatest(coalesce(likes_count, 0) + $2, 0)
     where id = $1 returning likes_count as likes`,
    [commentId, isActive ? 1 : -1],
  )
  return {
    wasSo: false,
    isFirst: isActive && like === undefined,
    likesCount: Number(counted.rows[0]?.likes ?? likesCount),
  }
}
