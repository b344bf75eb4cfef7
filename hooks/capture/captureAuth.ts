import type { CollectionAfterLoginHook, CollectionAfterLogoutHook, PayloadRequest } from 'payload'

import type { JsonObject } from '../../src/kernel/json.ts'
import type { Rule } from '../rules/rule.ts'
import type { Emit } from './emitter.ts'
import { emissionsOf, metaOfRequest } from './emitter.ts'
import { readMainRow } from './mainRowStore.ts'

type AuthOptions = {
  login: readonly (readonly [string, Rule])[]
  logout: readonly (readonly [string, Rule])[]
  emit: Emit
}

/** Login and logout; they happen in Payload's own transaction around the session write. */
export function captureAuth(options: AuthOptions): {
  afterLogin: CollectionAfterLoginHook
  afterLogout: CollectionAfterLogoutHook
} {
  const { emit, login, logout } = options
  return {
    afterLogin: async ({ collection, req, user }) => {
      await emitFor('login', login, { collection, id: user.id, req, emit })
      return user
    },
    afterLogout: async ({ collection, req }) => {
      if (req.user) await emitFor('logout', logout, { collection, id: req.user.id, req, emit })
    },
  }
}

async function emitFor(
  operation: 'login' | 'logout',
  rules: readonly (readonly [string, Rule])[],
  {
    collection,
    emit,
    id,
    req,
  }: {
    collection: Parameters<CollectionAfterLoginHook>[0]['collection']
    emit: Emit
    id: number | string
    req: PayloadRequest
  },
): Promise<void> {
  if (rules.length === 0) return
  const current: JsonObject | null = await readMainRow(req, collection, id)
  if (!current) return
  const change = {
    operation,
    current,
    previous: null,
    changed: [],
    hasDrafts: false,
    isVisible: true,
    wasVisible: true,
    isFirstAppearance: false,
  }
  const emissions = emissionsOf(rules, change, metaOfRequest(req, collection.slug, operation, id))
  if (emissions.length > 0) await emit(emissions, req)
}
