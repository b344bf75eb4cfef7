import { Link } from '@payloadcms/ui'
import type { Payload } from 'payload'

import { pickLocalised } from '../texts/pickLocalised.ts'
import { adminUrl } from './adminUrl.ts'

/** "Order 17", linked when the site still has the collection. */
export function DocumentLink({
  collection,
  id,
  language,
  payload,
}: {
  collection: string | undefined
  id: string | undefined
  language: string
  payload: Payload
}) {
  if (!collection || !id) return <span className="fm-muted">—</span>
  const config = payload.collections[collection]?.config
  const name = pickLocalised(config?.labels.singular, language) || collection
  if (!config) return `${name} ${id}`
  return (
    <Link className="fm-textlink" href={adminUrl(payload, collection, id)} prefetch={false}>
      {name} {id}
    </Link>
  )
}
