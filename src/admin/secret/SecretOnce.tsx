'use client'

import { CopyButton } from '../elements/CopyButton.tsx'
import type { Texts } from '../texts/en.ts'

/** A secret in the one moment it can be seen. */
export function SecretOnce({
  note,
  secret,
  texts,
}: {
  note?: string
  secret: string
  texts: Texts
}) {
  return (
    <div className="fm-secret__once" role="status">
      <p>
        <strong>{texts.secret.showOnce}</strong> {note}
      </p>
      <div className="fm-inline">
        <code className="fm-secret__plain">{secret}</code>
        <CopyButton text={secret} />
      </div>
    </div>
  )
}
