import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { inTransaction } from '../../../src/http/inTransaction.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { isAccount } from '../../access/isAccount.ts'
import { documentIdOf } from '../../documentIdOf.ts'
import { commentNotFound } from '../comments/commentNotFound.ts'
import { toggleLike } from './toggleLike.ts'

/** `DELETE /api/comments/:id/like`: takes a like back; means no event. `{ liked: false, already, likesCount }`. */
export const unlikeComment = defineEndpoint({
  method: 'delete',
  path: '/:id/like',
  access: isAccount,
  limit: { name: 'comment-like', points: 60, perSeconds: 60 },
  handle: async ({ param, payload, req, runtime }) => {
    const commentId = documentIdOf(payload, 'comments', param('id'))
    const { user } = req
    if (commentId === undefined || !user) throw commentNotFound(req)
    const outcome = await inTransaction(payload, async ({ sql }) => {
      const at = new Date(runtime.clock.now()).toISOString()
      const taken = await toggleLike({ sql, commentId, userId: user.id, isActive: false, at })
      if (!taken) throw commentNotFound(req)
      return taken
    })
    return jsonResponse({ liked: false, already: outcome.wasSo, likesCount: outcome.likesCount })
  },
})
