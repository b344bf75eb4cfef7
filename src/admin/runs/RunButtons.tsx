'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import { useEventsApi } from '../elements/useEventsApi.ts'

/** A button that asks an endpoint for a run. */
export type RunButton = {
  label: string
  /** Below `/events/`. */
  path: string
  body: Record<string, unknown>
  /** Said when it was taken up. */
  done: string
  /** Asked before, for what cannot be taken back. */
  question?: string
}

/** Asks for runs; what cannot be taken back is asked a second time in place. */
export function RunButtons({
  buttons,
  cancel,
}: {
  buttons: readonly RunButton[]
  /** Word on the button that takes the question back. */
  cancel: string
}) {
  const call = useEventsApi()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [asked, setAsked] = useState<RunButton>()
  const act = async ({ body, done, path }: RunButton) => {
    setBusy(true)
    const result = await call(path, body)
    setBusy(false)
    setAsked(undefined)
    if (result.isOk) toast.success(done)
    else toast.error(result.message)
    router.refresh()
  }
  if (asked) {
    return (
      <div aria-live="polite" className="fm-story">
        <span>{asked.question}</span>
        <Button disabled={isBusy} margin={false} onClick={() => act(asked)} size="medium">
          {asked.label}
        </Button>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() => setAsked(undefined)}
          size="medium"
        >
          {cancel}
        </Button>
      </div>
    )
  }
  return (
    <div className="fm-story">
      {buttons.map((button) => (
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          key={button.label}
          margin={false}
          onClick={() => (button.question === undefined ? act(button) : setAsked(button))}
          size="medium"
        >
          {button.label}
        </Button>
      ))}
    </div>
  )
}
