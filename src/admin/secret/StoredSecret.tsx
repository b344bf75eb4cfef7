'use client'

import { Button, FieldLabel } from '@payloadcms/ui'
import type { StaticLabel } from 'payload'

import { SECRET_MASK } from '../../kernel/secretMask.ts'
import { useTexts } from '../texts/useTexts.ts'
import { RotateSecret } from './RotateSecret.tsx'
import { SecretOnce } from './SecretOnce.tsx'
import type { SecretEntry } from './useSecretEntry.ts'

/** A secret that is saved: masked, or in the clear right after the server has generated it. */
export function StoredSecret({
  entry,
  isGenerated,
  isReadOnly,
  label,
  onReplace,
  path,
}: {
  entry: SecretEntry
  isGenerated: boolean
  isReadOnly: boolean
  label: StaticLabel
  onReplace: () => void
  path: string
}) {
  const { texts } = useTexts()
  const { entryId, fieldName, revealed, subscriptionId } = entry
  const canRotate = isGenerated && entryId !== undefined && subscriptionId !== undefined
  return (
    <div className="field-type fm-field fm-secret">
      <FieldLabel as="span" label={label} path={path} />
      <div className="fm-field__body">
        {revealed ? (
          <SecretOnce secret={revealed} texts={texts} />
        ) : (
          <p className="fm-muted">
            <code>{SECRET_MASK}</code> {texts.secret.stored}
          </p>
        )}
        {!isReadOnly && (
          <div className="fm-inline">
            {canRotate && (
              <RotateSecret
                entryId={entryId}
                fieldName={fieldName}
                subscriptionId={subscriptionId}
              />
            )}
            <Button
              buttonStyle="none"
              className="fm-link"
              margin={false}
              onClick={onReplace}
              size="small"
            >
              {texts.secret.replace}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
