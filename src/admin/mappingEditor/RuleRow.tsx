'use client'

import { FieldSelect } from '../filterEditor/FieldSelect.tsx'
import type { FieldChoice } from '../filterEditor/fieldChoices.ts'
import type { LabelSource } from '../filterEditor/fieldLabel.ts'
import type { Texts } from '../texts/en.ts'
import type { MappingRow } from './mappingRows.ts'
import { StepList } from './StepList.tsx'

const kinds = ['path', 'template', 'constant'] as const

/** One rule: the field over there, what it gets, and what happens on the way. */
export function RuleRow({
  choices,
  isReadOnly,
  labels,
  listId,
  onChange,
  onRemove,
  row,
  texts,
}: {
  choices: readonly FieldChoice[]
  isReadOnly: boolean
  labels: LabelSource
  /** Id of the list of field names offered. */
  listId: string
  onChange: (row: MappingRow) => void
  onRemove: () => void
  row: MappingRow
  texts: Texts
}) {
  const words = texts.mapping
  const hasMore = row.default !== '' || row.map !== '' || row.isRequired
  return (
    <li className="fm-filter__row fm-mapping__row">
      <input
        aria-label={words.to}
        disabled={isReadOnly}
        list={listId}
        onChange={({ target }) => onChange({ ...row, to: target.value })}
        placeholder={words.to}
        value={row.to}
      />
      <select
        aria-label={words.source}
        disabled={isReadOnly}
        onChange={({ target }) => {
          const kind = kinds.find((known) => known === target.value) ?? 'path'
          onChange({ ...row, kind, source: '' })
        }}
        value={row.kind}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </select>
      <div className="fm-filter__value">
        {row.kind === 'path' ? (
          <FieldSelect
            choices={choices}
            isReadOnly={isReadOnly}
            labels={labels}
            onChange={(source) => onChange({ ...row, source })}
            path={row.source}
            texts={texts}
          />
        ) : (
          <input
            aria-label={words.kinds[row.kind]}
            disabled={isReadOnly}
            onChange={({ target }) => onChange({ ...row, source: target.value })}
            placeholder={row.kind === 'template' ? '{{ data.current.id }}' : words.constant}
            value={row.source}
          />
        )}
      </div>
      {!isReadOnly && (
        <button
          aria-label={words.remove}
          className="fm-chip__remove"
          onClick={onRemove}
          title={words.remove}
          type="button"
        >
          ×
        </button>
      )}
      <div className="fm-mapping__more">
        <StepList
          isReadOnly={isReadOnly}
          onChange={(transform) => onChange({ ...row, transform })}
          steps={row.transform}
          texts={texts}
        />
        <details open={hasMore}>
          <summary>{words.more}</summary>
          <label>
            <input
              checked={row.isRequired}
              disabled={isReadOnly}
              onChange={({ target }) => onChange({ ...row, isRequired: target.checked })}
              type="checkbox"
            />{' '}
            {words.isRequired}
          </label>
          <input
            aria-label={words.default}
            disabled={isReadOnly}
            onChange={({ target }) => onChange({ ...row, default: target.value })}
            placeholder={words.default}
            value={row.default}
          />
          <textarea
            aria-label={words.map}
            // Lines that are half typed would be read away, so they are handed on when the field is left.
            defaultValue={row.map}
            disabled={isReadOnly}
            onBlur={({ target }) => onChange({ ...row, map: target.value })}
            placeholder={words.map}
            rows={2}
          />
        </details>
      </div>
    </li>
  )
}
