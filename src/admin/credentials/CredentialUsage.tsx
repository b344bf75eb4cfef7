import { Link } from '@payloadcms/ui'
import type { UIFieldServerProps } from 'payload'

import { adminUrl } from '../lists/adminUrl.ts'
import { textsFor } from '../texts/textsFor.ts'
import { credentialUsers } from './credentialUsersStore.ts'

/** The subscriptions that use these credentials, with links. */
export async function CredentialUsage({ i18n, id, payload }: UIFieldServerProps) {
  if (id === undefined || id === null) return null
  const { credentials, status } = textsFor(i18n.language)
  const users = (await credentialUsers(payload)).get(String(id)) ?? []
  return (
    <section className="field-type fm-card">
      <h3 className="fm-card__title">{credentials.usage}</h3>
      <p className="fm-muted">
        {users.length === 0 ? credentials.unused : credentials.usedBy(users.length)}
      </p>
      {users.length > 0 && (
        <ul>
          {users.map(({ id: subscription, isEnabled, name }) => (
            <li key={subscription}>
              <Link
                className="fm-textlink"
                href={adminUrl(payload, 'event-subscriptions', subscription)}
                prefetch={false}
              >
                {name}
              </Link>
              {!isEnabled && <small> {status['off']}</small>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
