'use client'

import { Button, FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'
import { useId, useState } from 'react'

import type { Json } from '../../kernel/json.ts'
import { CheckedJson } from '../elements/CheckedJson.tsx'
import { useFieldChoices } from '../filterEditor/useFieldChoices.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'
import { useTexts } from '../texts/useTexts.ts'
import { MappingPreview } from './MappingPreview.tsx'
import { mappingProblem } from './mappingProblem.ts'
import { mappingRows, newMappingRow, storedMapping } from './mappingRows.ts'
import { RuleRow } from './RuleRow.tsx'

type MappingEditorProps = JSONFieldClientProps & {
  /** Slug of the channel the mapping is for. */
  channel: string
  /** Names of the other system's fields. */
  suggestions: readonly string[]
}

/** Rules of a mapping as rows; what rows cannot show is edited as JSON. */
export function MappingEditor({
  channel,
  field,
  path: givenPath,
  readOnly,
  suggestions,
}: MappingEditorProps) {
  const { language, texts } = useTexts()
  const { disabled, path, setValue, showError, value } = useField<Json>({
    potentiallyStalePath: givenPath,
  })
  const { choices, labels } = useFieldChoices()
  const [wantsJson, setWantsJson] = useState(false)
  const listId = useId()
  const isReadOnly = readOnly === true || disabled
  const rows = mappingRows(value)
  const save = (changed: Parameters<typeof storedMapping>[0]) => setValue(storedMapping(changed))
  return (
    <div className={`field-type fm-field fm-filter fm-mapping${showError ? ' error' : ''}`}>
      <FieldLabel as="span" label={field.label ?? ''} path={path} />
      <div className="fm-field__body">
        <FieldError path={path} showError={showError} />
        <datalist id={listId}>
          {suggestions.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {wantsJson || rows === null ? (
          <>
            {rows === null && typeof value !== 'string' && (
              <p className="fm-muted">{texts.mapping.tooDeep}</p>
            )}
            <CheckedJson
              check={mappingProblem}
              isReadOnly={isReadOnly}
              label={pickLocalised(field.label, language)}
              onChange={setValue}
              texts={texts}
              value={value}
            />
          </>
        ) : (
          <>
            {rows.length === 0 && <p className="fm-muted">{texts.mapping.empty}</p>}
            <ol className="fm-filter__rows">
              {rows.map((row, index) => (
                <RuleRow
                  choices={choices}
                  isReadOnly={isReadOnly}
                  // biome-ignore lint/suspicious/noArrayIndexKey: rules have no id; their place is who they are
                  key={`${index}/${rows.length}`}
                  labels={labels}
                  listId={listId}
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
          {!wantsJson && rows !== null && !isReadOnly && (
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => save([...rows, newMappingRow])}
              size="small"
            >
              {texts.mapping.add}
            </Button>
          )}
          {rows !== null && (
            <Button
              buttonStyle="none"
              className="fm-link"
              margin={false}
              onClick={() => setWantsJson(!wantsJson)}
              size="small"
            >
              {wantsJson ? texts.filter.simple : texts.filter.advanced}
            </Button>
          )}
        </div>
        <MappingPreview channel={channel} mapping={value} />
      </div>
      <FieldDescription description={field.admin?.description ?? ''} path={path} />
    </div>
  )
}
