'use client'

import { useState } from 'react'

import type { Texts } from '../texts/en.ts'
import type { FieldChoice } from './fieldChoices.ts'
import type { LabelSource } from './fieldLabel.ts'
import { fieldLabel } from './fieldLabel.ts'

const OTHER = '\u0000other'
const metaPaths = [
  'type',
  'meta.locale',
  'meta.userEmail',
  'meta.userId',
  'meta.operation',
  'meta.source',
]

/** Chooses a value of the event by its name, or takes a path by hand. */
export function FieldSelect({
  choices,
  isReadOnly,
  labels,
  onChange,
  path,
  texts,
}: {
  choices: readonly FieldChoice[]
  isReadOnly: boolean
  labels: LabelSource
  onChange: (path: string) => void
  path: string
  texts: Texts
}) {
  const [wantsOther, setWantsOther] = useState(false)
  const isListed = metaPaths.includes(path) || choices.some((choice) => choice.path === path)
  const isOther = wantsOther || (path !== '' && !isListed)
  const groups = [
    [texts.filter.groups.document, 'data.current.'],
    [texts.filter.groups.other, 'data.'],
    [texts.filter.groups.previous, 'data.previous.'],
  ] as const
  return (
    <div className="fm-filter__field">
      <select
        aria-label={texts.filter.field}
        disabled={isReadOnly}
        onChange={({ target }) => {
          setWantsOther(target.value === OTHER)
          if (target.value !== OTHER) onChange(target.value)
        }}
        value={isOther ? OTHER : path}
      >
        <option value="">{texts.filter.chooseField}</option>
        {groups.map(([label, prefix]) => {
          const members = choices.filter((choice) => groupOf(choice.path) === prefix)
          return members.length === 0 ? null : (
            <optgroup key={prefix} label={label}>
              {members.map((choice) => (
                <option key={choice.path} value={choice.path}>
                  {fieldLabel(choice.path, labels)}
                </option>
              ))}
            </optgroup>
          )
        })}
        <optgroup label={texts.filter.groups.meta}>
          {metaPaths.map((meta) => (
            <option key={meta} value={meta}>
              {texts.filter.meta[meta]}
            </option>
          ))}
        </optgroup>
        <option value={OTHER}>{texts.filter.otherField}</option>
      </select>
      {isOther ? (
        <input
          aria-label={texts.filter.path}
          disabled={isReadOnly}
          onChange={({ target }) => onChange(target.value)}
          placeholder="data.current.status"
          value={path}
        />
      ) : (
        path !== '' && <code className="fm-filter__path">{path}</code>
      )}
    </div>
  )
}

function groupOf(path: string): string {
  if (path.startsWith('data.current.')) return 'data.current.'
  return path.startsWith('data.previous.') ? 'data.previous.' : 'data.'
}
