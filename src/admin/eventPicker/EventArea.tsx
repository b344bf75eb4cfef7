'use client'

import { useId } from 'react'

import type { Texts } from '../texts/en.ts'
import type { CatalogueArea, CatalogueType } from './catalogueAreas.ts'
import { areaPatterns, isCovered } from './eventChoices.ts'

type Choosing = {
  chosen: readonly string[]
  isReadOnly: boolean
  onToggle: (value: string) => void
  texts: Texts
}

/** One area of the catalogue: its wildcards, then its types with what they mean. */
export function EventArea({
  area,
  isSearching,
  ...choosing
}: Choosing & {
  area: CatalogueArea
  /** Wildcards stand for more than the hits of a search, so they are not offered during one. */
  isSearching: boolean
}) {
  const { chosen, isReadOnly, onToggle, texts } = choosing
  return (
    <fieldset className="fm-picker__area">
      <legend className="fm-picker__legend">{area.label}</legend>
      {!isSearching &&
        areaPatterns(area).map(({ isOnlyOne, pattern }) => (
          <label className="fm-choice fm-choice--wide" key={pattern}>
            <input
              checked={chosen.includes('*') || chosen.includes(pattern)}
              disabled={isReadOnly || chosen.includes('*')}
              name={pattern}
              onChange={() => onToggle(pattern)}
              type="checkbox"
            />
            <span className="fm-choice__text">
              <strong>
                {isOnlyOne ? texts.picker.area(area.label) : texts.picker.pattern(pattern)}
              </strong>{' '}
              <code>{pattern}</code>
            </span>
          </label>
        ))}
      {area.types.map((entry) => (
        <EventTypeChoice entry={entry} key={entry.type} {...choosing} />
      ))}
    </fieldset>
  )
}

function EventTypeChoice({
  chosen,
  entry,
  isReadOnly,
  onToggle,
  texts,
}: Choosing & {
  entry: CatalogueType
}) {
  const hintId = useId()
  const isIncluded = isCovered(entry.type, chosen)
  return (
    <label className="fm-choice">
      <input
        aria-describedby={hintId}
        checked={isIncluded || chosen.includes(entry.type)}
        disabled={isReadOnly || isIncluded}
        name={entry.type}
        onChange={() => onToggle(entry.type)}
        type="checkbox"
      />
      <span className="fm-choice__text">
        <span>
          {entry.summary} <code>{entry.type}</code>
          {isIncluded && <em className="fm-choice__note"> {texts.picker.included}</em>}
        </span>
        <small id={hintId}>{entry.firesWhen}</small>
      </span>
    </label>
  )
}
