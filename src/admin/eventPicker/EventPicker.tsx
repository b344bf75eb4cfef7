'use client'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useId, useState } from 'react'

import { useTexts } from '../texts/useTexts.ts'
import { ChosenEvents } from './ChosenEvents.tsx'
import { EventArea } from './EventArea.tsx'
import { EventByHand } from './EventByHand.tsx'
import { searchAreas, toggled } from './eventChoices.ts'
import { useAskedEvent } from './useAskedEvent.ts'
import { useCatalogue } from './useCatalogue.ts'

/** Chooses event types and wildcards; the value is a list of texts. */
export const EventPicker: TextFieldClientComponent = ({ field, path: givenPath, readOnly }) => {
  const { texts } = useTexts()
  const { disabled, path, setValue, showError, value } = useField<string[] | null>({
    potentiallyStalePath: givenPath,
  })
  const catalogue = useCatalogue()
  const [search, setSearch] = useState('')
  const searchId = useId()
  const chosen = Array.isArray(value) ? value : []
  const isReadOnly = readOnly === true || disabled
  const toggle = (entry: string) => setValue(toggled(chosen, entry))
  useAskedEvent({ isEmpty: chosen.length === 0 && !isReadOnly, choose: (type) => setValue([type]) })
  const shown = searchAreas(catalogue.areas, search)
  const choosing = { chosen, isReadOnly, onToggle: toggle, texts }
  const count = shown.reduce((sum, { types }) => sum + types.length, 0)
  return (
    <div className={`field-type fm-field fm-picker${showError ? ' error' : ''}`} id="field-events">
      <FieldLabel
        as="span"
        label={field.label ?? ''}
        path={path}
        required={field.required === true}
      />
      <div className="fm-field__body">
        <FieldError path={path} showError={showError} />
        <ChosenEvents
          areas={catalogue.areas}
          chosen={chosen}
          isKnowing={catalogue.state === 'ready'}
          isReadOnly={isReadOnly}
          onRemove={(entry) => setValue(chosen.filter((other) => other !== entry))}
          texts={texts}
        />
        {catalogue.state === 'loading' && <p className="fm-muted">{texts.picker.loading}</p>}
        {catalogue.state === 'unavailable' && (
          <>
            <p className="fm-muted" role="status">
              {texts.picker.unavailable}
            </p>
            <EventByHand isReadOnly={isReadOnly} onAdd={toggle} texts={texts} />
          </>
        )}
        {catalogue.state === 'ready' && (
          <div className="fm-picker__list">
            <label className="fm-picker__search" htmlFor={searchId}>
              <span className="fm-hidden">{texts.picker.search}</span>
              <input
                id={searchId}
                onChange={(event) => setSearch(event.target.value)}
                // Enter would save the whole form.
                onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
                placeholder={`${texts.picker.search}: ${texts.picker.searchHint}`}
                type="search"
                value={search}
              />
            </label>
            <p aria-live="polite" className="fm-hidden">
              {texts.picker.found(count)}
            </p>
            <div className="fm-picker__areas">
              {search === '' && (
                <label className="fm-choice fm-choice--wide">
                  <input
                    checked={chosen.includes('*')}
                    disabled={isReadOnly}
                    name="*"
                    onChange={() => toggle('*')}
                    type="checkbox"
                  />
                  <span className="fm-choice__text">
                    <span>
                      <strong>{texts.picker.everything}</strong> <code>*</code>
                    </span>
                    <small>{texts.picker.everythingHint}</small>
                  </span>
                </label>
              )}
              {shown.map((area) => (
                <EventArea area={area} isSearching={search !== ''} key={area.slug} {...choosing} />
              ))}
              {shown.length === 0 && <p className="fm-muted">{texts.picker.noHits}</p>}
            </div>
          </div>
        )}
      </div>
      <FieldDescription description={field.admin?.description ?? ''} path={path} />
    </div>
  )
}
