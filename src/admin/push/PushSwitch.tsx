'use client'

import { Button, toast, useConfig } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'

import { disablePush } from '../../push/disablePush.ts'
import { enablePush } from '../../push/enablePush.ts'
import type { PushState } from '../../push/pushOptions.ts'
import { pushState } from '../../push/pushState.ts'
import { StatusPill } from '../elements/StatusPill.tsx'
import { useTexts } from '../texts/useTexts.ts'

/** Switches notifications on and off in the browser that shows this page, for the person who is signed in. */
export function PushSwitch() {
  const { texts } = useTexts()
  const { config } = useConfig()
  const apiUrl = config.routes.api
  const [state, setState] = useState<PushState | null>(null)
  const [isBusy, setBusy] = useState(false)
  const hintId = useId()
  useEffect(() => {
    let isGone = false
    // Where it is on, the browser follows who is signed in. Not set up, or offline: it stays as it is.
    const look = async (): Promise<PushState> => {
      const found = await pushState({ apiUrl })
      return found === 'on' ? enablePush({ apiUrl }).catch(() => found) : found
    }
    void look().then((found) => {
      if (!isGone) setState(found)
    })
    return () => {
      isGone = true
    }
  }, [apiUrl])
  if (state === null) return null
  const { push } = texts
  const turn = async (): Promise<void> => {
    setBusy(true)
    try {
      setState(await (state === 'on' ? disablePush({ apiUrl }) : enablePush({ apiUrl })))
    } catch (error) {
      toast.error(error instanceof Error ? error.message : texts.requestFailed)
      setState(await pushState({ apiUrl }))
    }
    setBusy(false)
  }
  return (
    <section aria-busy={isBusy} className="field-type fm-card">
      <h3 className="fm-card__title">
        {push.title}{' '}
        <StatusPill tone={state === 'on' ? 'good' : 'quiet'}>{push.states[state]}</StatusPill>
      </h3>
      <p className="fm-muted" id={hintId}>
        {push.hints[state]}
      </p>
      {(state === 'on' || state === 'off') && (
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          extraButtonProps={{ 'aria-describedby': hintId }}
          margin={false}
          onClick={turn}
          size="medium"
        >
          {state === 'on' ? push.switchOff : push.switchOn}
        </Button>
      )}
    </section>
  )
}
