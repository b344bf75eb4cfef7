import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps, SanitizedPermissions } from 'payload'
import { formatAdminURL } from 'payload/shared'
import type { ReactNode } from 'react'

import { textsFor } from '../texts/textsFor.ts'
import { PageTitle } from './PageTitle.tsx'

/**
 * Frame of a page of ours. Payload shows custom pages to anybody, so who may see one is asked here: a visitor is sent
 * to sign in, an account without access to the admin is sent away, staff without the right are told so.
 */
export function AdminPage({
  children,
  isAllowed,
  path,
  title,
  view,
}: {
  children: () => ReactNode
  isAllowed: (permissions: SanitizedPermissions) => boolean
  /** Address below the admin's own, to come back to after signing in. */
  path: string
  title: string
  view: AdminViewServerProps
}) {
  const { initPageResult, params, searchParams, viewActions } = view
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { config } = req.payload
  const { admin: adminRoute } = config.routes
  if (!req.user || !permissions.canAccessAdmin) {
    const { login, unauthorized } = config.admin.routes
    const away = formatAdminURL({ adminRoute, path: req.user ? unauthorized : login })
    const back = formatAdminURL({ adminRoute, path: `/${path.replace(/^\//, '')}` })
    redirect(`${away}?redirect=${encodeURIComponent(back)}`)
  }
  const { pages } = textsFor(req.i18n.language)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      payload={req.payload}
      permissions={permissions}
      req={req}
      {...(searchParams ? { searchParams } : {})}
      user={req.user}
      {...(viewActions ? { viewActions } : {})}
      visibleEntities={visibleEntities}
    >
      <PageTitle title={title} />
      <Gutter className="fm-view fm-page">
        <h1 className="fm-page__title">{title}</h1>
        {isAllowed(permissions) ? (
          children()
        ) : (
          <div className="fm-card" role="alert">
            <p>{pages.forbidden}</p>
            <p className="fm-muted">{pages.forbiddenHint}</p>
          </div>
        )}
      </Gutter>
    </DefaultTemplate>
  )
}
