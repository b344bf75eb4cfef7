'use client'

import { Link } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'

import { matchesWords } from '../../event-catalogue/matchesWords.ts'
import { useTexts } from '../texts/useTexts.ts'

/** One type as the list shows it. */
export type ListedType = {
  type: string
  summary: string
  /** Everything a search may hit, in all languages. */
  searchText: string
  href: string
  /** Times in the last seven days. */
  week: number
  /** Subscriptions that are switched on. */
  listeners: number
}

/** Types of one area. */
export type ListedArea = { slug: string; label: string; types: readonly ListedType[] }

/** All types by area, with a search in every language. What is typed survives choosing a type. */
export function CatalogueList({
  areas,
  chosen,
}: {
  areas: readonly ListedArea[]
  chosen: string | undefined
}) {
  const { texts } = useTexts()
  const [search, setSearch] = useState('')
  const searchId = useId()
  const shown = areas
    .map((area) => ({
      ...area,
      types: area.types.filter(({ searchText }) => matchesWords(searchText, search)),
    }))
    .filter(({ types }) => types.length > 0)
  const count = shown.reduce((sum, { types }) => sum + types.length, 0)
  return (
    <nav aria-label={texts.catalogue.list} className="fm-split__list fm-card fm-field">
      <label className="fm-hidden" htmlFor={searchId}>
        {texts.picker.search}
      </label>
      <input
        id={searchId}
        onChange={(event) => setSearch(event.target.value)}
        placeholder={`${texts.picker.search}: ${texts.picker.searchHint}`}
        type="search"
        value={search}
      />
      <p aria-live="polite" className="fm-hidden">
        {texts.picker.found(count)}
      </p>
      <div className="fm-split__scroll">
        {shown.map((area) => (
          <section aria-label={area.label} key={area.slug}>
            <h2 className="fm-split__group">{area.label}</h2>
            <ul className="fm-entries">
              {area.types.map((entry) => (
                <ListEntry entry={entry} isChosen={entry.type === chosen} key={entry.type} />
              ))}
            </ul>
          </section>
        ))}
        {count === 0 && (
          <p className="fm-muted">
            {texts.catalogue.noHits}{' '}
            <button className="fm-plain" onClick={() => setSearch('')} type="button">
              {texts.catalogue.clear}
            </button>
          </p>
        )}
      </div>
    </nav>
  )
}

/** Scrolls the list and only the list: the browser's own way would move the page as well. */
function showInBox(item: HTMLElement): void {
  const box = item.closest('.fm-split__scroll')
  if (!box) return
  const [inner, outer] = [item.getBoundingClientRect(), box.getBoundingClientRect()]
  const isSeen = inner.top >= outer.top && inner.bottom <= outer.bottom
  if (!isSeen) box.scrollTop += inner.top - outer.top - outer.height / 3
}

function ListEntry({ entry, isChosen }: { entry: ListedType; isChosen: boolean }) {
  const { language, texts } = useTexts()
  const item = useRef<HTMLLIElement>(null)
  // A deep link may point far down the list.
  useEffect(() => {
    if (isChosen && item.current) showInBox(item.current)
  }, [isChosen])
  const { href, listeners, summary, type, week } = entry
  const notes = [
    ...(week > 0 ? [texts.catalogue.perWeek(new Intl.NumberFormat(language).format(week))] : []),
    ...(listeners > 0 ? [texts.catalogue.listeners(listeners)] : []),
  ]
  return (
    <li ref={item}>
      <Link
        aria-current={isChosen ? 'true' : undefined}
        className="fm-entry"
        href={href}
        prefetch={false}
      >
        <span>{summary}</span>
        <code>{type}</code>
        {notes.length > 0 && <small>{notes.join(' · ')}</small>}
      </Link>
    </li>
  )
}
