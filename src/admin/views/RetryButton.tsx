'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import { useEventsApi } from '../elements/useEventsApi.ts'
import { useTexts } from '../texts/useTexts.ts'

/** Sends a delivery now; one that has arrived is sent once more. */
export function RetryButton({ id, isDelivered }: { id: string; isDelivered: boolean }) {
  const { texts } = useTexts()
  const call = useEventsApi()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const retry = async () => {
    setBusy(true)
    const path = `/events/deliveries/${encodeURIComponent(id)}/retry`
    const result = await call(path, isDelivered ? { force: true } : {})
    setBusy(false)
    if (result.isOk) toast.success(texts.delivery.retried)
    else toast.error(result.message)
    router.refresh()
  }
  return (
    <Button
      buttonStyle={isDelivered ? 'secondary' : 'primary'}
      disabled={isBusy}
      margin={false}
      onClick={retry}
      size="medium"
    >
      {isDelivered ? texts.delivery.sendAgain : texts.delivery.retry}
    </Button>
  )
}
