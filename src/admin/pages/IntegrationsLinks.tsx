import type { ServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { findRuntime } from '../../runtime/findRuntime.ts'
import { textsFor } from '../texts/textsFor.ts'
import { adminPages } from './adminPages.ts'
import { mayManage, mayRead } from './mayRead.ts'
import { NavLink } from './NavLink.tsx'

/**
 * Links to our pages at the end of the navigation, where the group of the event system is, and to the queues where there
 * are any.
 */
export function IntegrationsLinks({ i18n, payload, permissions }: ServerProps) {
  const { catalogue, outbox, queues } = textsFor(i18n.language)
  const { admin: adminRoute, api } = payload.config.routes
  const hasQueues = findRuntime(payload)?.redisUrl !== undefined
  const links = [
    { path: adminPages.catalogue, label: catalogue.title, isShown: mayRead(permissions) },
    { path: adminPages.outbox, label: outbox.title, isShown: mayManage(permissions) },
  ]
  return [
    ...links
      .filter(({ isShown }) => isShown)
      .map(({ label, path }) => (
        <NavLink href={formatAdminURL({ adminRoute, path })} key={path} label={label} />
      )),
    hasQueues && mayManage(permissions) && (
      // Not a page of the admin: the router must not look for it there.
      <a
        className="nav__link"
        href={`${api}/events/queues`}
        key="queues"
        rel="noreferrer"
        target="_blank"
      >
        <span className="nav__link-label">{queues.title}</span>
      </a>
    ),
  ]
}
