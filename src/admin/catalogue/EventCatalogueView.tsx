import type { AdminViewServerProps } from 'payload'

import { searchTextOf } from '../../event-catalogue/searchTextOf.ts'
import { getRuntime } from '../../runtime/getRuntime.ts'
import { textOf } from '../elements/textOf.ts'
import { AdminPage } from '../pages/AdminPage.tsx'
import { adminPages } from '../pages/adminPages.ts'
import { mayRead } from '../pages/mayRead.ts'
import { pageHref } from '../pages/pageHref.ts'
import { asName } from '../texts/asName.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'
import { textsFor } from '../texts/textsFor.ts'
import { CatalogueList } from './CatalogueList.tsx'
import { catalogueUsage } from './catalogueUsageStore.ts'
import { EventTypeDetails } from './EventTypeDetails.tsx'
import { listenersOf, readListeners } from './listenersStore.ts'

/** `/admin/event-catalogue`: all types by area on the left, the one of `?type=` on the right. */
export function EventCatalogueView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { catalogue: words } = textsFor(req.i18n.language)
  const type = textOf(view.searchParams?.['type'])
  const query = type === undefined ? '' : `?type=${encodeURIComponent(type)}`
  return (
    <AdminPage
      isAllowed={mayRead}
      path={`${adminPages.catalogue}${query}`}
      title={words.title}
      view={view}
    >
      {() => <Catalogue type={type} view={view} />}
    </AdminPage>
  )
}

async function Catalogue({ type, view }: { type: string | undefined; view: AdminViewServerProps }) {
  const { permissions, req } = view.initPageResult
  const { payload } = req
  const { language } = req.i18n
  const { catalogue: words } = textsFor(language)
  const { catalogue, clock } = getRuntime(payload)
  const [usage, listeners] = await Promise.all([
    catalogueUsage(payload, clock.now()),
    readListeners(req),
  ])
  const areas = catalogue.byArea().map(({ area, definitions }) => ({
    slug: area.slug,
    label: pickLocalised(area.label, language),
    types: definitions.map((definition) => ({
      type: definition.type,
      summary: asName(pickLocalised(definition.summary, language)),
      searchText: searchTextOf(definition),
      href: pageHref(payload, adminPages.catalogue, { type: definition.type }),
      week: usage.get(definition.type)?.week ?? 0,
      listeners: listenersOf(definition.type, listeners).filter(({ isEnabled }) => isEnabled)
        .length,
    })),
  }))
  const chosen = type !== undefined && catalogue.has(type) ? catalogue.get(type) : undefined
  return (
    <>
      <p className="fm-muted">
        {words.intro} {words.count(catalogue.types.length)}.
      </p>
      <div className={`fm-split${chosen ? ' fm-split--open' : ''}`}>
        <CatalogueList areas={areas} chosen={type} />
        <div className="fm-split__main">
          {chosen && (
            <EventTypeDetails
              definition={chosen}
              listeners={listenersOf(chosen.type, listeners)}
              permissions={permissions}
              req={req}
              usage={usage.get(chosen.type)}
            />
          )}
          {!chosen && (
            <p className="fm-card" role={type === undefined ? undefined : 'alert'}>
              {type === undefined ? words.choose : words.unknown(type)}
            </p>
          )}
        </div>
      </div>
    </>
  )
}
