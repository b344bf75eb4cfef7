import type { CollectionConfig } from 'payload'

import type { Rule, RuleTrigger } from '../rules/rule.ts'
import type { Tracking } from '../rules/track.ts'
import { captureAuth } from './captureAuth.ts'
import { captureDelete } from './captureDelete.ts'
import { captureSave } from './captureSave.ts'
import type { Emit } from './emitter.ts'

/**
 * Adds capture to a collection, keeping its own hooks. Our `afterChange` goes first: in a bulk operation Payload keeps
 * the write of a document whose later hook throws, so the event must be there by then. Our `beforeChange`
 * goes last, closest to the write.
 */
export function withCapture(
  collection: CollectionConfig,
  tracking: Tracking,
  { emit }: { emit: Emit },
): CollectionConfig {
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
    hooks.afterLogin = [capture.afterLogin, ...(hooks.afterLogin ?? [])]
    hooks.afterLogout = [capture.afterLogout, ...(hooks.afterLogout ?? [])]
  }
  return { ...collection, hooks }
}

function rulesFor(tracking: Tracking, trigger: RuleTrigger): (readonly [string, Rule])[] {
  return Object.entries(tracking.rules).filter(([, rule]) => rule.trigger === trigger)
}
