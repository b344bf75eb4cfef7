'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'

import { isRecord } from '../../kernel/isRecord.ts'
import { textOf } from '../elements/textOf.ts'
import { useEventsApi } from '../elements/useEventsApi.ts'
import { useTexts } from '../texts/useTexts.ts'
import { SecretOnce } from './SecretOnce.tsx'

type Rotated = { secret: string; validUntil: string | undefined }

/** Replaces a saved secret by a generated one after a second look, and shows the new one. */
export function RotateSecret({
  entryId,
  fieldName,
  subscriptionId,
}: {
  entryId: string
  fieldName: string
  subscriptionId: string
}) {
  const { language, texts } = useTexts()
  const call = useEventsApi()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [rotated, setRotated] = useState<Rotated | null>(null)
  const rotate = async () => {
    setBusy(true)
    const path = `/events/subscriptions/${encodeURIComponent(subscriptionId)}/channels/${encodeURIComponent(entryId)}/rotate-secret`
    const result = await call(path, { field: fieldName })
    setBusy(false)
    if (!result.isOk) {
      toast.error(result.message)
      return
    }
    const body = isRecord(result.body) ? result.body : {}
    setRotated({
      secret: textOf(body['secret']) ?? '',
      validUntil: textOf(body['previousValidUntil']),
    })
    setAsking(false)
    toast.success(texts.secret.rotated)
  }
  if (rotated) {
    const until = rotated.validUntil
    const time =
      until &&
      new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(until),
      )
    return (
      <SecretOnce
        note={time ? texts.secret.oldUntil(time) : ''}
        secret={rotated.secret}
        texts={texts}
      />
    )
  }
  if (!isAsking) {
    return (
      <Button buttonStyle="secondary" margin={false} onClick={() => setAsking(true)} size="small">
        {texts.secret.rotate}
      </Button>
    )
  }
  return (
    <fieldset className="fm-secret__ask">
      <p>{texts.secret.rotateWarning}</p>
      <div className="fm-inline">
        <Button disabled={isBusy} margin={false} onClick={rotate} size="small">
          {texts.secret.confirm}
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => setAsking(false)}
          size="small"
        >
          {texts.secret.cancel}
        </Button>
      </div>
    </fieldset>
  )
}
