import type { Config } from 'payload'

import { adminPages } from './pages/adminPages.ts'

const rsc = 'flowmasters/rsc#'

/**
 * The `admin` part of a config with what the event system adds to it: numbers above the dashboard, two pages, and links
 * to them below the others. What is there already stays, and comes first.
 */
export function withAdminParts(admin: Config['admin']): NonNullable<Config['admin']> {
  const components = admin?.components
  return {
    ...admin,
    components: {
      ...components,
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
