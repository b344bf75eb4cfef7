'use client'

import { useState } from 'react'

import type { Json } from '../../kernel/json.ts'
import type { Texts } from '../texts/en.ts'
import type { FieldChoice } from './fieldChoices.ts'
import { readScalar, showScalar } from './scalarText.ts'

type ValueProps = {
  choice: Pick<FieldChoice, 'kind' | 'options'>
  isReadOnly: boolean
  label: string
  onChange: (value: Json | undefined) => void
  operator: string
  value: Json | undefined
}

/** One value, as the kind of field needs it. */
export function ScalarInput({
  choice,
  isReadOnly,
  label,
  onChange,
  operator,
  texts,
  value,
}: ValueProps & {
  texts: Texts
}) {
  // What is typed stays as typed ("1." on the way to "1.5"); the parsed value goes to the form.
  const [draft, setDraft] = useState(showScalar(value))
  const text = readScalar(draft, choice.kind, operator) === value ? draft : showScalar(value)
  if (choice.kind === 'enum' || choice.kind === 'boolean') {
    const options = choice.kind === 'boolean' ? ['true', 'false'] : choice.options
    const names: Record<string, string> = { true: texts.yes, false: texts.no }
    return (
      <select
        aria-label={label}
        disabled={isReadOnly}
        onChange={({ target }) => onChange(readScalar(target.value, choice.kind, operator))}
        value={showScalar(value)}
      >
        <option value="">—</option>
        {[...new Set([...options, showScalar(value)])].filter(Boolean).map((option) => (
          <option key={option} value={option}>
            {choice.kind === 'boolean' ? (names[option] ?? option) : option}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      aria-label={label}
      disabled={isReadOnly}
      inputMode={choice.kind === 'number' ? 'decimal' : 'text'}
      onChange={({ target }) => {
        setDraft(target.value)
        onChange(readScalar(target.value, choice.kind, operator))
      }}
      placeholder={choice.kind === 'date' ? '2026-12-31' : undefined}
      value={text}
    />
  )
}

/** Several values: ticks for a closed list, else one a line. */
export function ListInput({
  choice,
  isReadOnly,
  label,
  onChange,
  operator,
  texts,
  value,
}: ValueProps & {
  texts: Texts
}) {
  const list = Array.isArray(value) ? value : []
  const [draft, setDraft] = useState(list.map(showScalar).join('\n'))
  if (choice.kind === 'enum') {
    return (
      <fieldset aria-label={label} className="fm-filter__ticks">
        {choice.options.map((option) => (
          <label key={option}>
            <input
              checked={list.includes(option)}
              disabled={isReadOnly}
              onChange={() =>
                onChange(
                  list.includes(option)
                    ? list.filter((each) => each !== option)
                    : [...list, option],
                )
              }
              type="checkbox"
            />{' '}
            {option}
          </label>
        ))}
      </fieldset>
    )
  }
  return (
    <textarea
      aria-label={label}
      disabled={isReadOnly}
      onChange={({ target }) => {
        setDraft(target.value)
        const lines = target.value.split('\n').map((line) => line.trim())
        onChange(
          lines.filter(Boolean).map((line) => readScalar(line, choice.kind, operator) ?? line),
        )
      }}
      placeholder={texts.filter.onePerLine}
      rows={3}
      value={draft}
    />
  )
}
