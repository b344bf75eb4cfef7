import { Link } from '@payloadcms/ui'
import type { ServerProps } from 'payload'

import { getRuntime } from '../../runtime/getRuntime.ts'
import { CredentialNotices } from '../credentials/CredentialNotices.tsx'
import { StatusPill } from '../elements/StatusPill.tsx'
import { TimeAgo } from '../elements/TimeAgo.tsx'
import { adminUrl } from '../lists/adminUrl.ts'
import { adminPages } from '../pages/adminPages.ts'
import { mayManage, mayRead } from '../pages/mayRead.ts'
import { pageHref } from '../pages/pageHref.ts'
import { textsFor } from '../texts/textsFor.ts'
import { OpenAlerts } from './OpenAlerts.tsx'
import { openAlerts } from './openAlertsStore.ts'
import { integrationsNumbers } from './integrationsStore.ts'

/** The event system at a glance, above the dashboard; for those who may read the event log. */
export async function IntegrationsBanner({ i18n, payload, permissions }: ServerProps) {
  if (!mayRead(permissions)) return null
  const [numbers, alerts] = await Promise.all([integrationsNumbers(payload), openAlerts(payload)])
  if (!numbers) return null
  const { catalogue, dashboard, outbox } = textsFor(i18n.language)
  const isOutboxShown = !getRuntime(payload).isSmtpConfigured
  const { delivered, events, failed, lastSeenAt, waiting, workers } = numbers
  const deliveries = adminUrl(payload, 'event-deliveries')
  const tiles = [
    { label: dashboard.events, value: events, href: adminUrl(payload, 'event-logs') },
    { label: dashboard.delivered, value: delivered, href: deliveries + filter(['delivered']) },
    {
      label: dashboard.failed,
      value: failed,
      href: deliveries + filter(['dead', 'poisoned']),
      isBad: failed > 0,
    },
    {
      label: dashboard.waiting,
      value: waiting,
      href: deliveries + filter(['pending', 'retrying', 'delivering']),
    },
  ]
  return (
    <section className="fm-card fm-board">
      <h2 className="fm-card__title">
        {dashboard.title} <small>{dashboard.period}</small>
      </h2>
      <OpenAlerts
        alerts={alerts}
        href={adminUrl(payload, 'system-alerts')}
        language={i18n.language}
      />
      <div className="fm-board__tiles">
        {tiles.map(({ href, isBad, label, value }) => (
          <Link
            className={`fm-tile${isBad ? ' fm-tile--bad' : ''}`}
            href={href}
            key={label}
            prefetch={false}
          >
            <span className="fm-tile__value">
              {new Intl.NumberFormat(i18n.language).format(value)}
            </span>
            <span className="fm-tile__label">{label}</span>
          </Link>
        ))}
        <div className="fm-tile">
          <span className="fm-tile__value">
            <StatusPill tone={workers > 0 ? 'good' : 'bad'}>
              {workers > 1 && dashboard.workers(workers)}
              {workers === 1 && dashboard.working}
              {workers === 0 && dashboard.stopped}
            </StatusPill>
          </span>
          <span className="fm-tile__label">{dashboard.worker}</span>
          {workers === 0 && (
            <small>
              {dashboard.stoppedHint}{' '}
              {lastSeenAt && (
                <>
                  {dashboard.lastSeen}: <TimeAgo at={lastSeenAt.toISOString()} />
                </>
              )}
            </small>
          )}
        </div>
      </div>
      <CredentialNotices language={i18n.language} payload={payload} />
      <p className="fm-inline fm-below">
        <Link
          className="fm-textlink"
          href={pageHref(payload, adminPages.catalogue)}
          prefetch={false}
        >
          {catalogue.title}
        </Link>
        {isOutboxShown && <span className="fm-muted">{outbox.banner}</span>}
        {isOutboxShown && mayManage(permissions) && (
          <Link
            className="fm-textlink"
            href={pageHref(payload, adminPages.outbox)}
            prefetch={false}
          >
            {outbox.open}
          </Link>
        )}
      </p>
    </section>
  )
}

/** The list's own filter as an address, so it can be changed further in the list. */
function filter(statuses: readonly string[]): string {
  const parts = statuses.map(
    (status, index) => `where[or][0][and][0][status][in][${index}]=${status}`,
  )
  return `?${parts.join('&')}`
}
