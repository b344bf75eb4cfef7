import { APIError, type PayloadRequest } from 'payload'

import { advisoryLock } from '../advisoryLock.ts'
import { textFor } from '../textFor.ts'

type AssertOtherAdminOptions = {
  req: PayloadRequest
  collection: string
  /** The administrator who is about to go. */
  id: number | string
}

/**
 * Refuses (400, `FLOW_USERS_LAST_ADMIN`) to take away the last administrator. Those that leave in the same
 * request are counted together, and simultaneous requests take turns, so that two cannot remove each other.
 */
export async function assertOtherAdmin({
  req,
  collection,
  id,
}: AssertOtherAdminOptions): Promise<void> {
  const leaving = leavingIn(req)
  leaving.add(id)
  await advisoryLock(req, 'last_admin')
  const { totalDocs } = await req.payload.db.count({
    collection,
    where: { role: { equals: 'admin' }, id: { not_in: [...leaving] } },
    req,
  })
  if (totalDocs > 0) return
  leaving.delete(id)
  throw new APIError(
    textFor(req, {
      en: 'FLOW_USERS_LAST_ADMIN: the last administrator can be neither deleted nor demoted. Appoint another one first.',
      ru: 'FLOW_USERS_LAST_ADMIN: последнего администратора нельзя удалить или лишить роли. Сначала назначьте другого.',
    }),
    400,
    { code: 'FLOW_USERS_LAST_ADMIN' },
    true,
  )
}

function leavingIn(req: PayloadRequest): Set<number | string> {
  const known = req.context['leavingAdmins']
  if (known instanceof Set) return known
  const leaving = new Set<number | string>()
  req.context['leavingAdmins'] = leaving
  return leaving
}
