import { Link } from '@payloadcms/ui'

import { alertTitles } from '../../monitoring/alerts/alertRules.ts'
import { TimeAgo } from '../elements/TimeAgo.tsx'
import { pickLocalised } from '../texts/pickLocalised.ts'
import { textsFor } from '../texts/textsFor.ts'
import type { OpenAlert } from './openAlertsStore.ts'

/** What is wrong right now; nothing while all is well. */
export function OpenAlerts({
  alerts,
  href,
  language,
}: {
  alerts: readonly OpenAlert[]
  href: string
  language: string
}) {
  if (alerts.length === 0) return null
  const { dashboard } = textsFor(language)
  return (
    <ul aria-label={dashboard.alerts} className="fm-alerts">
      {alerts.map(({ id, message, openedAt, rule }) => (
        <li className="fm-problem" key={id}>
          <Link href={`${href}/${id}`} prefetch={false}>
            {pickLocalised(alertTitles[rule], language)}
          </Link>{' '}
          {pickLocalised(message, language)}{' '}
          <small>
            {dashboard.since} <TimeAgo at={openedAt.toISOString()} />
          </small>
        </li>
      ))}
    </ul>
  )
}
