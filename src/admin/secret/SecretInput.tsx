'use client'

import { Button } from '@payloadcms/ui'

import { CopyButton } from '../elements/CopyButton.tsx'
import { useTexts } from '../texts/useTexts.ts'
import { newSigningSecret } from './newSigningSecret.ts'

/** A secret being typed, pasted or generated; it can be copied until it is saved. */
export function SecretInput({
  id,
  isGenerated,
  isReadOnly,
  name,
  onChange,
  value,
}: {
  id: string
  isGenerated: boolean
  isReadOnly: boolean
  name: string
  onChange: (value: string) => void
  value: string
}) {
  const { texts } = useTexts()
  return (
    <div className="fm-inline">
      <input
        autoComplete="off"
        disabled={isReadOnly}
        id={id}
        name={name}
        onChange={({ target }) => onChange(target.value)}
        spellCheck={false}
        type="text"
        value={value}
      />
      {isGenerated && !isReadOnly && (
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => onChange(newSigningSecret())}
          size="small"
        >
          {texts.secret.generate}
        </Button>
      )}
      {isGenerated && value !== '' && <CopyButton key={value} text={value} />}
    </div>
  )
}
