'use client'

import { FieldDescription, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'
import { useId, useState } from 'react'

import { useTexts } from '../texts/useTexts.ts'

/** A JSON value as plain text. Payload's own field fetches its editor from a foreign server, so it fails without one. */
export function JsonField({ field, path: given, readOnly = false }: JSONFieldClientProps) {
  const { path, setValue, value } = useField<unknown>({ potentiallyStalePath: given })
  const { texts } = useTexts()
  const [draft, setDraft] = useState<string>()
  const problemId = useId()
  const text = draft ?? textFrom(value)
  const isBroken = parsed(text) === undefined
  const change = (typed: string): void => {
    setDraft(typed)
    // Handed on as it is when it is no JSON: the server refuses it, instead of saving something older in silence.
    const json = parsed(typed)
    setValue(json === undefined ? typed : json.value)
  }
  return (
    <div className="field-type fm-field">
      <FieldLabel
        label={field.label ?? field.name}
        path={path}
        required={field.required === true}
      />
      <div className="fm-filter__json">
        <textarea
          aria-describedby={problemId}
          aria-invalid={isBroken}
          disabled={readOnly}
          id={`field-${path.replaceAll('.', '__')}`}
          onChange={({ target }) => change(target.value)}
          rows={Math.min(16, text.split('\n').length + 1)}
          spellCheck={false}
          value={text}
        />
        <p aria-live="polite" className="fm-problem" id={problemId}>
          {isBroken ? texts.filter.jsonInvalid : null}
        </p>
      </div>
      {field.admin?.description && (
        <FieldDescription description={field.admin.description} path={path} />
      )}
    </div>
  )
}

function textFrom(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}

/** Nothing at all is no value. */
function parsed(text: string): { value: unknown } | undefined {
  if (text.trim() === '') return { value: null }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}
