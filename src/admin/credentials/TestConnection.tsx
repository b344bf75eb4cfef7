'use client'

import { Button, toast, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useId, useState } from 'react'

import { isRecord } from '../../kernel/isRecord.ts'
import { StatusPill } from '../elements/StatusPill.tsx'
import { textOf } from '../elements/textOf.ts'
import { useEventsApi } from '../elements/useEventsApi.ts'
import { useTexts } from '../texts/useTexts.ts'

type Checked = { isOk: boolean; said: string }

/** Asks the service whether the saved account may be used; nothing is sent to anybody. */
export function TestConnection() {
  const { texts } = useTexts()
  const { id, hasSavePermission } = useDocumentInfo()
  const isModified = useFormModified()
  const call = useEventsApi()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [checked, setChecked] = useState<Checked | null>(null)
  const hintId = useId()
  const { check, checking, hint, saveChanges, saveFirst, title, works } = texts.credentials
  const obstacle = id === undefined ? saveFirst : isModified ? saveChanges : null
  if (id !== undefined && hasSavePermission === false) return null
  const test = async () => {
    setBusy(true)
    setChecked(null)
    const result = await call(`/events/credentials/${encodeURIComponent(String(id))}/test`, {})
    setBusy(false)
    if (result.isOk) setChecked(checkedOf(result.body))
    else toast.error(result.message)
    router.refresh()
  }
  return (
    <section aria-busy={isBusy} className="field-type fm-card fm-test">
      <h3 className="fm-card__title">{title}</h3>
      <p className="fm-muted" id={hintId}>
        {obstacle ?? hint}
      </p>
      <Button
        buttonStyle="secondary"
        disabled={obstacle !== null || isBusy}
        extraButtonProps={{ 'aria-describedby': hintId }}
        margin={false}
        onClick={test}
        size="medium"
      >
        {isBusy ? checking : check}
      </Button>
      <div aria-live="polite">
        {checked && (
          <p className="fm-try__line">
            <StatusPill tone={checked.isOk ? 'good' : 'bad'}>
              {checked.isOk ? works : texts.credentials.health['failing']}
            </StatusPill>
            <span className={checked.isOk ? '' : 'fm-problem'}>{checked.said}</span>
          </p>
        )}
      </div>
    </section>
  )
}

function checkedOf(body: unknown): Checked {
  const answer = isRecord(body) ? body : {}
  const isOk = answer['isOk'] === true
  const said = isOk
    ? textOf(answer['account'])
    : (textOf(answer['reasonText']) ?? textOf(answer['reason']))
  return { isOk, said: said ?? '' }
}
