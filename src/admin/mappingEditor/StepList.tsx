'use client'

import type { Transform } from '../../field-mapper/fieldMapping.ts'
import type { Texts } from '../texts/en.ts'
import { transformNames } from './transformNames.ts'

type Setting = { name: 'country' | 'decimals' | 'format' | 'zone'; isNumber?: true }

const settingsOf: Partial<Record<Transform['name'], readonly Setting[]>> = {
  e164: [{ name: 'country' }],
  number: [{ name: 'decimals', isNumber: true }],
  date: [{ name: 'format' }, { name: 'zone' }],
}

/** What happens to a value on its way, step by step. */
export function StepList({
  isReadOnly,
  onChange,
  steps,
  texts,
}: {
  isReadOnly: boolean
  onChange: (steps: Transform[]) => void
  steps: readonly Transform[]
  texts: Texts
}) {
  return (
    <div className="fm-mapping__steps">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no id; their place is who they are
        <span className="fm-chip" key={`${index}/${steps.length}`}>
          {texts.mapping.steps[step.name] ?? step.name}
          {(settingsOf[step.name] ?? []).map(({ isNumber, name }) => (
            <input
              aria-label={texts.mapping[name]}
              className="fm-mapping__setting"
              defaultValue={settingText(step, name)}
              disabled={isReadOnly}
              key={name}
              onChange={({ target }) =>
                onChange(
                  steps.with(
                    index,
                    withSetting(step, name, isNumber ? toInt(target.value) : target.value),
                  ),
                )
              }
              title={texts.mapping[name]}
            />
          ))}
          {!isReadOnly && (
            <button
              aria-label={texts.mapping.removeStep(texts.mapping.steps[step.name] ?? step.name)}
              className="fm-chip__remove"
              onClick={() => onChange(steps.toSpliced(index, 1))}
              type="button"
            >
              ×
            </button>
          )}
        </span>
      ))}
      {!isReadOnly && (
        <select
          aria-label={texts.mapping.addStep}
          onChange={({ target }) => {
            const name = transformNames.find((known) => known === target.value)
            if (name !== undefined) onChange([...steps, { name }])
          }}
          value=""
        >
          <option value="">{texts.mapping.addStep}</option>
          {transformNames.map((name) => (
            <option key={name} value={name}>
              {texts.mapping.steps[name]}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

function settingText(step: Transform, name: Setting['name']): string {
  const value = Object.entries(step).find(([key]) => key === name)?.[1]
  return value === undefined ? '' : String(value)
}

/** An emptied setting is none. */
function withSetting(
  step: Transform,
  name: Setting['name'],
  value: string | number | undefined,
): Transform {
  const others = Object.entries(step).filter(([key]) => key !== name)
  const isEmpty = value === undefined || value === ''
  return Object.fromEntries(isEmpty ? others : [...others, [name, value]]) as Transform
}

function toInt(text: string): number | undefined {
  return /^\d{1,2}$/.test(text.trim()) ? Number(text) : undefined
}
