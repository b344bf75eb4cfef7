'use client'

import { Button, FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useState } from 'react'

import type { Json } from '../../kernel/json.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'
import { useTexts } from '../texts/useTexts.ts'
import { CheckedJson } from '../elements/CheckedJson.tsx'
import { ConditionRow } from './ConditionRow.tsx'
import { filterProblem } from './filterProblem.ts'
import type { FilterRow, FilterRows } from './filterRows.ts'
import { filterRows, storedFilter } from './filterRows.ts'
import { useFieldChoices } from './useFieldChoices.ts'

const newRow: FilterRow = { field: '', operator: 'eq' }

/** Conditions an event must meet, as rows a person can read; what rows cannot show is edited as JSON. */
export const FilterEditor: JSONFieldClientComponent = ({ field, path: givenPath, readOnly }) => {
  const { language, texts } = useTexts()
  const { disabled, path, setValue, showError, value } = useField<Json>({
    potentiallyStalePath: givenPath,
  })
  const { choices, labels } = useFieldChoices()
  const [wantsJson, setWantsJson] = useState(false)
  // "Any" of no conditions is not a filter, so an empty editor must remember the choice itself.
  const [emptyMode, setEmptyMode] = useState<FilterRows['mode']>('all')
  const isReadOnly = readOnly === true || disabled
  const parsed = filterRows(value)
  const isJson = wantsJson || parsed === null
  const filter = parsed ?? { mode: 'all', rows: [] }
  const mode = filter.rows.length === 0 ? emptyMode : filter.mode
  const save = (rows: FilterRow[], newMode = mode) => {
    setEmptyMode(newMode)
    setValue(storedFilter({ mode: newMode, rows }))
  }
  const { rows } = filter
  return (
    <div className={`field-type fm-field fm-filter${showError ? ' error' : ''}`} id="field-filters">
      <FieldLabel as="span" label={field.label ?? ''} path={path} />
      <div className="fm-field__body">
        <FieldError path={path} showError={showError} />
        {isJson ? (
          <>
            {parsed === null && typeof value !== 'string' && (
              <p className="fm-muted">{texts.filter.nested}</p>
            )}
            <CheckedJson
              check={filterProblem}
              isReadOnly={isReadOnly}
              label={pickLocalised(field.label, language)}
              onChange={setValue}
              texts={texts}
              value={value}
            />
          </>
        ) : (
          <>
            {rows.length === 0 && <p className="fm-muted">{texts.filter.everyEvent}</p>}
            {rows.length > 1 && (
              <select
                aria-label={texts.filter.mode}
                className="fm-filter__mode"
                disabled={isReadOnly}
                onChange={({ target }) => save(rows, target.value === 'any' ? 'any' : 'all')}
                value={mode}
              >
                <option value="all">{texts.filter.all}</option>
                <option value="any">{texts.filter.any}</option>
              </select>
            )}
            <ol className="fm-filter__rows">
              {rows.map((row, index) => (
                <ConditionRow
                  choices={choices}
                  isReadOnly={isReadOnly}
                  // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no id; their place is who they are
                  key={`${index}/${rows.length}`}
                  labels={labels}
                  onChange={(changed) => save(rows.with(index, changed))}
                  onRemove={() => save(rows.toSpliced(index, 1))}
                  row={row}
                  texts={texts}
                />
              ))}
            </ol>
          </>
        )}
        <div className="fm-inline">
          {!isJson && !isReadOnly && (
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => save([...rows, newRow])}
              size="small"
            >
              {texts.filter.add}
            </Button>
          )}
          {parsed !== null && (
            <Button
              buttonStyle="none"
              className="fm-link"
              margin={false}
              onClick={() => setWantsJson(!wantsJson)}
              size="small"
            >
              {isJson ? texts.filter.simple : texts.filter.advanced}
            </Button>
          )}
        </div>
      </div>
      <FieldDescription description={field.admin?.description ?? ''} path={path} />
    </div>
  )
}
