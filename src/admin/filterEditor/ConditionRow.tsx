'use client'

import type { Json } from '../../kernel/json.ts'
import type { Texts } from '../texts/en.ts'
import { FieldSelect } from './FieldSelect.tsx'
import type { FieldChoice } from './fieldChoices.ts'
import type { LabelSource } from './fieldLabel.ts'
import type { FilterRow } from './filterRows.ts'
import { choiceOf, operatorsFor, valueShape, withChoice } from './operatorChoice.ts'
import { ListInput, ScalarInput } from './ValueInput.tsx'

/** One condition: value of the event, comparison, what it is compared with. */
export function ConditionRow({
  choices,
  isReadOnly,
  labels,
  onChange,
  onRemove,
  row,
  texts,
}: {
  choices: readonly FieldChoice[]
  isReadOnly: boolean
  labels: LabelSource
  onChange: (row: FilterRow) => void
  onRemove: () => void
  row: FilterRow
  texts: Texts
}) {
  const choice = choices.find(({ path }) => path === row.field) ?? { kind: 'unknown', options: [] }
  const shape = valueShape(row.operator)
  const setValue = (value: Json | undefined) => {
    const { field, operator } = row
    onChange(value === undefined ? { field, operator } : { field, operator, value })
  }
  const pair = Array.isArray(row.value) ? row.value : []
  const input = { choice, isReadOnly, operator: row.operator, texts }
  return (
    <li className="fm-filter__row">
      <FieldSelect
        choices={choices}
        isReadOnly={isReadOnly}
        labels={labels}
        onChange={(field) => onChange({ ...row, field })}
        path={row.field}
        texts={texts}
      />
      <select
        aria-label={texts.filter.operator}
        className="fm-filter__operator"
        disabled={isReadOnly}
        onChange={({ target }) => onChange(withChoice(row, target.value))}
        value={choiceOf(row)}
      >
        {operatorsFor(choice.kind, choiceOf(row)).map((name) => (
          <option key={name} value={name}>
            {texts.filter.operators[name]}
          </option>
        ))}
      </select>
      <div className="fm-filter__value">
        {shape === 'one' && (
          <ScalarInput
            {...input}
            label={texts.filter.value}
            onChange={setValue}
            value={row.value}
          />
        )}
        {shape === 'list' && (
          <ListInput {...input} label={texts.filter.value} onChange={setValue} value={row.value} />
        )}
        {shape === 'two' && (
          <div className="fm-filter__pair">
            <ScalarInput
              {...input}
              label={texts.filter.from}
              onChange={(from) => setValue([from ?? null, pair[1] ?? null])}
              value={pair[0] ?? undefined}
            />
            <span>–</span>
            <ScalarInput
              {...input}
              label={texts.filter.to}
              onChange={(to) => setValue([pair[0] ?? null, to ?? null])}
              value={pair[1] ?? undefined}
            />
          </div>
        )}
      </div>
      {!isReadOnly && (
        <button
          aria-label={texts.filter.remove}
          className="fm-chip__remove"
          onClick={onRemove}
          title={texts.filter.remove}
          type="button"
        >
          ×
        </button>
      )}
    </li>
  )
}
