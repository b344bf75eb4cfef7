import type { Config } from 'payload'

const banner = 'flowmasters/rsc#IntegrationsBanner'

/** The `admin` part of a config with the event system's numbers above the dashboard, after what is there already. */
export function withIntegrationsBanner(admin: Config['admin']): NonNullable<Config['admin']> {
  const components = admin?.components
  const beforeDashboard = [...(components?.beforeDashboard ?? []), banner]
  return { ...admin, components: { ...components, beforeDashboard } }
}
