import type { Payload } from 'payload'
import { formatAdminURL } from 'payload/shared'

/** Address of a page of ours, with what it should show. */
export function pageHref(
  payload: Payload,
  path: `/${string}`,
  query: Readonly<Record<string, string>> = {},
): string {
  const { admin: adminRoute } = payload.config.routes
  const text = new URLSearchParams(query).toString()
  return `${formatAdminURL({ adminRoute, path })}${text === '' ? '' : `?${text}`}`
}
