import { Link } from '@payloadcms/ui'
import type { Payload } from 'payload'

import { StatusPill } from '../elements/StatusPill.tsx'
import { TimeAgo } from '../elements/TimeAgo.tsx'
import { adminUrl } from '../lists/adminUrl.ts'
import { textsFor } from '../texts/textsFor.ts'
import { credentialNotices } from './credentialNoticesStore.ts'
import { healthTone } from './healthTone.ts'

/** Credentials that somebody has to look after, on the dashboard; nothing when all is well. */
export async function CredentialNotices({
  language,
  payload,
}: {
  language: string
  payload: Payload
}) {
  const notices = await credentialNotices(payload)
  if (notices.length === 0) return null
  const { credentials } = textsFor(language)
  return (
    <div className="fm-below">
      <h3 className="fm-card__title">{credentials.notices}</h3>
      <ul>
        {notices.map(({ expiresAt, health, id, name }) => (
          <li className="fm-inline" key={id}>
            <StatusPill tone={healthTone(health)}>{credentials.health[health]}</StatusPill>
            <Link
              className="fm-textlink"
              href={adminUrl(payload, 'channel-credentials', id)}
              prefetch={false}
            >
              {name}
            </Link>
            {health !== 'failing' && expiresAt && <TimeAgo at={expiresAt.toISOString()} />}
          </li>
        ))}
      </ul>
    </div>
  )
}
