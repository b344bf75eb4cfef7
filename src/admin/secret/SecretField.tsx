'use client'

import { Button, FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import { useId, useState } from 'react'

import { SECRET_MASK } from '../../kernel/secretMask.ts'
import { CopyButton } from '../elements/CopyButton.tsx'
import { useTexts } from '../texts/useTexts.ts'
import { newSigningSecret } from './newSigningSecret.ts'
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
    (value === SECRET_MASK || (entry.revealed !== undefined && value === entry.revealed))
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
  const typed = value === SECRET_MASK ? '' : (value ?? '')
  return (
    <div className={`field-type fm-field fm-secret${showError ? ' error' : ''}`}>
      <FieldLabel htmlFor={inputId} label={field.label ?? ''} path={path} />
      <div className="fm-field__body">
        <FieldError path={path} showError={showError} />
        <div className="fm-inline">
          <input
            autoComplete="off"
            disabled={isReadOnly}
            id={inputId}
            name={path}
            onChange={({ target }) =>
              setValue(target.value === '' && isReplacing ? SECRET_MASK : target.value)
            }
            spellCheck={false}
            type="text"
            value={typed}
          />
          {isGenerated && !isReadOnly && (
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => setValue(newSigningSecret())}
              size="small"
            >
              {texts.secret.generate}
            </Button>
          )}
          {isGenerated && typed !== '' && <CopyButton key={typed} text={typed} />}
        </div>
        <p className="fm-muted">
          {isGenerated && !isReplacing ? texts.secret.leaveEmpty : texts.secret.bring}
        </p>
      </div>
      <FieldDescription description={field.admin?.description ?? ''} path={path} />
    </div>
  )
}
