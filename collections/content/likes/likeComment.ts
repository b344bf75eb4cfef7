import { commentLiked } from '../../../src/event-catalogue/events/comments/commentLiked.ts'
import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { inTransaction } from '../../../src/http/inTransaction.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { isAccount } from '../../access/isAccount.ts'
import { documentIdOf } from '../../documentIdOf.ts'
import { commentNotFound } from '../comments/commentNotFound.ts'
import { toggleLike } from './toggleLike.ts'

/**
 * `POST /api/comments/:id/like` by a signed-in person: `{ liked: true, already, likesCount }`. A person's first like of
 * a comment means `comment.liked`; a second one, or one given again after it was taken back, means nothing.
 */
export const likeComment = defineEndpoint({
  method: 'post',
  path: '/:id/like',
  access: isAccount,
  limit: { name: 'comment-like', points: 60, perSeconds: 60 },
  handle: async ({ param, payload, req, runtime }) => {
    const commentId = documentIdOf(payload, 'comments', param('id'))
    const { user } = req
    if (commentId === undefined || !user) throw commentNotFound(req)
    const outcome = await inTransaction(payload, async ({ req: within, sql }) => {
      const at = new Date(runtime.clock.now()).toISOString()
      const liked = await toggleLike({ sql, commentId, userId: user.id, isActive: true, at })
      if (!liked) throw commentNotFound(req)
      if (!liked.isFirst) return liked
      const current = await payload.findByID({
        collection: 'comments',
        id: commentId,
        depth: 0,
        req: within,
      })
      await runtime.events.publish(
        commentLiked,
        {
          current,
          previous: { ...current, likesCount: liked.likesCount - 1 },
          changed: ['likesCount'],
          likedBy: user.id,
        },
        {
          req: within,
          meta: {
            source: 'api',
            collection: 'comments',
            operation: 'update',
            documentId: commentId,
            userId: user.id,
            userEmail: user.email ?? null,
            locale: req.locale ?? null,
          },
        },
      )
      return liked
    })
    return jsonResponse({ liked: true, already: outcome.wasSo, likesCount: outcome.likesCount })
  },
})
