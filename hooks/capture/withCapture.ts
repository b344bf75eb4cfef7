import type { CollectionAfterLoginHook, CollectionConfig } from 'payload'

import { sqlOfRequest } from '../../src/database/requestSqlStore.ts'
import { rulesFor } from '../rules/rulesFor.ts'
import type { Tracking } from '../rules/track.ts'
import { captureActivity } from './captureActivity.ts'
import { captureAuth } from './captureAuth.ts'
import { captureDelete } from './captureDelete.ts'
import { captureSave } from './captureSave.ts'
import type { Emit } from './emitter.ts'
import { omitFields } from './omitFields.ts'

/**
 * Adds capture to a collection, keeping its own hooks. Our `afterChange` goes first: in a bulk operation Payload keeps
 * the write of a document whose later hook throws, so the event must be there by then. Our `beforeChange`
 * goes last, closest to the write.
 */
export function withCapture(
  collection: CollectionConfig,
  tracking: Tracking,
  { emit: write, now }: { emit: Emit; now: () => number },
): CollectionConfig {
  const emit = omitFields(write, tracking.omit ?? [])
  const hooks = { ...collection.hooks }
  const save = rulesFor(tracking, 'save')
  if (save.length > 0) {
    const capture = captureSave(save, emit)
    hooks.beforeOperation = [...(hooks.beforeOperation ?? []), capture.beforeOperation]
    hooks.beforeChange = [...(hooks.beforeChange ?? []), capture.beforeChange]
    hooks.afterChange = [capture.afterChange, ...(hooks.afterChange ?? [])]
  }
  const deletion = rulesFor(tracking, 'delete')
  if (deletion.length > 0) {
    const capture = captureDelete(deletion, emit)
    hooks.beforeDelete = [...(hooks.beforeDelete ?? []), capture.beforeDelete]
    hooks.afterDelete = [capture.afterDelete, ...(hooks.afterDelete ?? [])]
  }
  if (collection.auth) {
    const login = rulesFor(tracking, 'login')
    const logout = rulesFor(tracking, 'logout')
    const capture = captureAuth({ login, logout, emit })
    const seen = tracking.activity ? [noteLogin(tracking, { emit, now })] : []
    hooks.afterLogin = [capture.afterLogin, ...seen, ...(hooks.afterLogin ?? [])]
    hooks.afterLogout = [capture.afterLogout, ...(hooks.afterLogout ?? [])]
  }
  return { ...collection, hooks }
}

/** A login is a sign of life too, noted in its own transaction. */
function noteLogin(
  tracking: Tracking,
  { emit, now }: { emit: Emit; now: () => number },
): CollectionAfterLoginHook {
  const note = captureActivity(tracking, emit)
  return async ({ collection, req, user }) => {
    const sql = await sqlOfRequest(req.payload, req)
    await note?.({ config: collection, id: user.id, now: now() }, { req, sql })
    return user
  }
}
