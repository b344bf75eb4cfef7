import * as z from 'zod'
import type { PayloadRequest } from 'payload'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { isAccount } from '../../access/isAccount.ts'
import { isAdminOrManager } from '../../access/isAdminOrManager.ts'
import { documentIdOf } from '../../documentIdOf.ts'
import { refusedSave } from '../../refusedSave.ts'
import { refusal } from '../../refusal.ts'
import { mailAddress } from '../../mailAddress.ts'

const rowId = z.union([z.int().positive(), z.string().min(1).max(100)])
/** Postgres has no NUL in text. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !text.includes('\0'), { error: 'must not hold NUL characters' })

const body = z.strictObject({
  post: rowId,
  text: line(5000).min(1),
  parent: rowId.optional(),
  name: line(100).optional(),
  email: mailAddress.optional(),
  /** A field people do not see; whoever fills it in is a machine. */
  website: z.string().max(500).optional(),
})

/**
 * `POST /api/comments/submit` `{ post, text, parent?, name?, email? }`: how readers comment. A guest brings a name and
 * an address, which is never shown. The comment waits for moderation; that of administrators and managers does not.
 * Answers 201 `{ id, status }`, FLOW_COMMENT_TARGET_NOT_FOUND (404), FLOW_COMMENTS_CLOSED (403),
 * FLOW_COMMENT_GUEST_UNNAMED (400).
 */
export const submitComment = defineEndpoint({
  method: 'post',
  path: '/submit',
  access: 'public',
  limit: { name: 'comment-submit', points: 10, perSeconds: 300 },
  body,
  handle: async ({ body: given, payload, req }) => {
    // A machine is told what a person is told, so that it does not try again in another way.
    if (given.website) return jsonResponse({ id: null, status: 'pending' }, 201)
    const author = authorOf(req, given)
    const target = await openTarget(req, given.post)
    const created = await refusedSave({ req }, () =>
      payload.create({
        collection: 'comments',
        data: {
          ...author,
          target: { relationTo: 'posts', value: target },
          text: given.text,
          status: isAdminOrManager({ req }) ? 'approved' : 'pending',
          ...(given.parent === undefined ? {} : { parent: given.parent }),
        },
        depth: 0,
        req: { user: req.user, i18n: req.i18n },
      }),
    )
    return jsonResponse({ id: created.id, status: created['status'] }, 201)
  },
})

type Author = { author: number | string } | { authorName: string; authorEmail: string }

function authorOf(
  req: PayloadRequest,
  { email, name }: Pick<z.output<typeof body>, 'email' | 'name'>,
): Author {
  if (req.user && isAccount({ req })) return { author: req.user.id }
  if (name && email) return { authorName: name, authorEmail: email.toLowerCase() }
  throw refusal(req, {
    code: 'FLOW_COMMENT_GUEST_UNNAMED',
    message: 'a guest gives a name and an e-mail address',
    status: 400,
    ru: { message: 'гостю нужно указать имя и почту' },
  })
}

/** The id of a published post that takes comments. */
async function openTarget(req: PayloadRequest, post: number | string): Promise<number | string> {
  const id = documentIdOf(req.payload, 'posts', post)
  const found =
    id === undefined
      ? null
      : await req.payload.db.findOne<{ id: number | string; allowComments?: boolean | null }>({
          collection: 'posts',
          where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
        })
  if (!found) {
    throw refusal(req, {
      code: 'FLOW_COMMENT_TARGET_NOT_FOUND',
      message: 'there is no such post',
      status: 404,
      ru: { message: 'такой публикации нет' },
    })
  }
  if (found.allowComments !== false) return found.id
  throw refusal(req, {
    code: 'FLOW_COMMENTS_CLOSED',
    message: 'this post takes no comments',
    status: 403,
    ru: { message: 'комментарии к этой публикации закрыты' },
  })
}
