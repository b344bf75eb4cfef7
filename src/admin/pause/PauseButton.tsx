'use client'

import { Button, toast, useDocumentInfo } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { StatusPill } from '../elements/StatusPill.tsx'
import { useEventsApi } from '../elements/useEventsApi.ts'
import { useTexts } from '../texts/useTexts.ts'

/** Pauses a subscription and lets it go on; takes effect at once, without saving the form. */
export function PauseButton({ id, isPaused: wasPaused }: { id: string; isPaused: boolean }) {
  const { texts } = useTexts()
  const { hasSavePermission } = useDocumentInfo()
  const call = useEventsApi()
  const [isPaused, setPaused] = useState(wasPaused)
  const [isBusy, setBusy] = useState(false)
  const hintId = useId()
  const { lane, status } = texts
  const act = async () => {
    setBusy(true)
    const verb = isPaused ? 'resume' : 'pause'
    const result = await call(`/events/subscriptions/${encodeURIComponent(id)}/${verb}`, {})
    setBusy(false)
    if (!result.isOk) return void toast.error(result.message)
    setPaused(!isPaused)
    toast.success(isPaused ? lane.resumed : lane.paused)
  }
  return (
    <section aria-busy={isBusy}>
      {isPaused && (
        <p className="fm-pills">
          <StatusPill tone="warn">{status['paused']}</StatusPill>
        </p>
      )}
      {hasSavePermission !== false && (
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          extraButtonProps={{ 'aria-describedby': hintId }}
          margin={false}
          onClick={act}
          size="medium"
        >
          {isPaused ? lane.resume : lane.pause}
        </Button>
      )}
      <p className="fm-muted" id={hintId}>
        {isPaused ? lane.resumeHint : lane.pauseHint}
      </p>
    </section>
  )
}
