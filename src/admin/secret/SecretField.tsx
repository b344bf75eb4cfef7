'use client'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import { useId, useState } from 'react'

import { SECRET_MASK } from '../../kernel/secretMask.ts'
import { useTexts } from '../texts/useTexts.ts'
import { SecretInput } from './SecretInput.tsx'
import { StoredSecret } from './StoredSecret.tsx'
import { useSecretEntry } from './useSecretEntry.ts'

/** A write-only field: typed or generated once, masked ever after. `isGenerated`: the server makes one when it is empty. */
export function SecretField({
  field,
  isGenerated = false,
  path: givenPath,
  readOnly,
}: TextFieldClientProps & {
  isGenerated?: boolean
}) {
  const { texts } = useTexts()
  const { disabled, path, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: givenPath,
  })
  const entry = useSecretEntry(path)
  const [isReplacing, setReplacing] = useState(false)
  const inputId = useId()
  const isReadOnly = readOnly === true || disabled
  // After a save that generated a secret the form holds it in the clear, once.
  const isStored =
    entry.subscriptionId !== undefined &&
    [SECRET_MASK, entry.revealed ?? SECRET_MASK].includes(value ?? '')
  if (isStored && !isReplacing) {
    return (
      <StoredSecret
        entry={entry}
        isGenerated={isGenerated}
        isReadOnly={isReadOnly}
        label={field.label ?? ''}
        onReplace={() => setReplacing(true)}
        path={path}
      />
    )
  }
  return (
    <div className={`field-type fm-field fm-secret${showError ? ' error' : ''}`}>
      <FieldLabel htmlFor={inputId} label={field.label ?? ''} path={path} />
      <div className="fm-field__body">
        <FieldError path={path} showError={showError} />
        <SecretInput
          id={inputId}
          isGenerated={isGenerated}
          isReadOnly={isReadOnly}
          name={path}
          // A field emptied again keeps the secret that is stored.
          onChange={(text) => setValue(text === '' && isReplacing ? SECRET_MASK : text)}
          value={value === SECRET_MASK ? '' : (value ?? '')}
        />
        <p className="fm-muted">
          {isGenerated && !isReplacing ? texts.secret.leaveEmpty : texts.secret.bring}
        </p>
      </div>
      <FieldDescription description={field.admin?.description ?? ''} path={path} />
    </div>
  )
}
