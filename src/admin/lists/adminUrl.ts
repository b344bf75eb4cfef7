import type { Payload } from 'payload'

/** Address of a document in the admin, or of its collection's list. */
export function adminUrl(payload: Payload, collection: string, id?: string | number): string {
  const list = `${payload.config.routes.admin}/collections/${collection}`
  return id === undefined ? list : `${list}/${encodeURIComponent(String(id))}`
}
