import type { Payload } from 'payload'

import { columnsOf } from '../database/columnsOf.ts'
import { postgresAdapter } from '../database/postgresAdapter.ts'
import { tableOf } from '../database/tableOf.ts'
import { FlowError } from '../kernel/flowError.ts'

/** The collection of those who may have notifications, as our SQL needs it. */
export type InboxPeople = {
  /** Quoted name of the table. */
  table: string
  /** SQL type of ids. */
  idType: 'int4' | 'numeric' | 'uuid' | 'varchar'
  /** Whether people have roles; without any, everybody is staff. */
  hasRoles: boolean
  /** SQL that holds for rows `u` of people who may sign in. */
  isActive: string
  /** Whether a text can be an id there: Postgres fails on what cannot, instead of finding nothing. */
  isId: (text: string) => boolean
}

const shapes: Record<InboxPeople['idType'], (text: string) => boolean> = {
  int4: (text) => /^[1-9]\d{0,9}$/.test(text) && Number(text) <= 2_147_483_647,
  numeric: (text) => /^-?\d{1,30}$/.test(text),
  uuid: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text),
  varchar: (text) => text !== '' && text.length <= 100 && !text.includes('\0'),
}

/** Reads it from the collection that signs in to the admin. Throws FLOW_INBOX_NO_USERS when it has no table. */
export function inboxPeople(payload: Payload): InboxPeople {
  const slug = payload.config.admin.user
  const adapter = postgresAdapter(payload)
  const table = tableOf(adapter, slug)
  const columns = columnsOf(adapter, slug)
  const config = payload.collections[slug]?.config
  if (table === undefined || columns === undefined || config === undefined) throw noUsers(slug)
  const idType = idTypeOf(payload, slug)
  const conditions = [
    config.trash ? ['u.deleted_at IS NULL'] : [],
    config.auth.verify ? ['u._verified'] : [],
  ].flat()
  return {
    table,
    idType,
    hasRoles: columns['role'] !== undefined,
    isActive: ['true', ...conditions].join(' AND '),
    isId: shapes[idType],
  }
}

function idTypeOf({ collections, db }: Payload, slug: string): InboxPeople['idType'] {
  const own = collections[slug]?.customIDType
  if (own !== undefined) return own === 'number' ? 'numeric' : 'varchar'
  return db.defaultIDType === 'number' ? 'int4' : 'uuid'
}

function noUsers(collection: string): FlowError {
  return new FlowError({
    code: 'FLOW_INBOX_NO_USERS',
    message: `the collection "${collection}" has no table, so nobody can have notifications`,
    hint: 'Set `admin.user` of the Payload config to the collection that signs in.',
    details: { collection },
  })
}
