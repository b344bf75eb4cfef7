'use client'

import type { Texts } from '../texts/en.ts'
import type { CatalogueArea } from './catalogueAreas.ts'

/** What is chosen, as chips that can be removed; a stored value nobody knows stays visible. */
export function ChosenEvents({
  areas,
  chosen,
  isKnowing,
  isReadOnly,
  onRemove,
  texts,
}: {
  areas: readonly CatalogueArea[]
  chosen: readonly string[]
  /** False while the catalogue is missing: then nothing can be called unknown. */
  isKnowing: boolean
  isReadOnly: boolean
  onRemove: (value: string) => void
  texts: Texts
}) {
  if (chosen.length === 0) return <p className="fm-muted">{texts.picker.nothing}</p>
  return (
    <ul aria-label={texts.picker.chosen} className="fm-chips">
      {chosen.map((value) => {
        const label = labelOf(value, areas, texts)
        const isUnknown = isKnowing && label === null
        return (
          <li className={`fm-chip${isUnknown ? ' fm-chip--unknown' : ''}`} key={value}>
            <span>
              {label ?? value}
              {label !== null && label !== value && <code>{value}</code>}
              {isUnknown && <em>{texts.picker.unknown}</em>}
            </span>
            {!isReadOnly && (
              <button
                aria-label={texts.picker.remove(label ?? value)}
                className="fm-chip__remove"
                onClick={() => onRemove(value)}
                type="button"
              >
                ×
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function labelOf(value: string, areas: readonly CatalogueArea[], texts: Texts): string | null {
  if (value === '*') return texts.picker.everything
  if (value.startsWith('*.')) return texts.picker.pattern(value)
  if (value.endsWith('.*')) {
    const prefix = value.slice(0, -1)
    const isKnown = areas.some(({ types }) => types.some(({ type }) => type.startsWith(prefix)))
    return isKnown ? texts.picker.pattern(value) : null
  }
  for (const { types } of areas) {
    const found = types.find(({ type }) => type === value)
    if (found) return found.summary || value
  }
  return null
}
