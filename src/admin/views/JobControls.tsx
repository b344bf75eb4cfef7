'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import { useEventsApi } from '../elements/useEventsApi.ts'
import { useTexts } from '../texts/useTexts.ts'

/** Runs a scheduled job now, and switches it off and on. */
export function JobControls(props: { name: string; isEnabled: boolean; maySwitch: boolean }) {
  const { isEnabled, maySwitch, name } = props
  const { texts } = useTexts()
  const call = useEventsApi()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const path = `/events/schedule/${encodeURIComponent(name)}`
  const act = async (request: ReturnType<typeof call>, done: string) => {
    setBusy(true)
    const result = await request
    setBusy(false)
    if (result.isOk) toast.success(done)
    else toast.error(result.message)
    router.refresh()
  }
  const { requested, runNow, switchOff, switchOn, switchedOff, switchedOn } = texts.schedule
  return (
    <>
      <Button
        disabled={isBusy}
        margin={false}
        onClick={() => act(call(`${path}/run`, {}), requested)}
        size="medium"
      >
        {runNow}
      </Button>
      {maySwitch && (
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() =>
            act(call(path, { enabled: !isEnabled }, 'PATCH'), isEnabled ? switchedOff : switchedOn)
          }
          size="medium"
        >
          {isEnabled ? switchOff : switchOn}
        </Button>
      )}
    </>
  )
}
