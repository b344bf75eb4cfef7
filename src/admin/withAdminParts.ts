import type { Config } from 'payload'

import { adminPages } from './pages/adminPages.ts'

const rsc = 'flowmasters/rsc#'
const client = 'flowmasters/client#'

/**
 * The `admin` part of a config with what the event system adds to it: numbers above the dashboard, two pages, links to them
 * below the others, and the bell in the header. What is there already stays, and comes first.
 */
export function withAdminParts(admin: Config['admin']): NonNullable<Config['admin']> {
  const components = admin?.components
  return {
    ...admin,
    components: {
      ...components,
      providers: [...(components?.providers ?? []), `${client}InboxProvider`],
      actions: [...(components?.actions ?? []), `${client}InboxBell`],
      beforeDashboard: [...(components?.beforeDashboard ?? []), `${rsc}IntegrationsBanner`],
      afterNavLinks: [...(components?.afterNavLinks ?? []), `${rsc}IntegrationsLinks`],
      views: {
        ...components?.views,
        eventCatalogue: {
          Component: `${rsc}EventCatalogueView`,
          path: adminPages.catalogue,
          exact: true,
          meta: { title: 'Event catalogue' },
        },
        mailOutbox: {
          Component: `${rsc}MailOutboxView`,
          path: adminPages.outbox,
          exact: true,
          meta: { title: 'Mail outbox' },
        },
      },
    },
  }
}
