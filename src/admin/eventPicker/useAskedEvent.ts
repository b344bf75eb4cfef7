'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation.js'
import { useEffect, useRef } from 'react'

const shape = /^[a-z0-9_]+\.[a-z0-9_]+$/

/** Chooses the event of `?event=order.paid` once, in the empty form of a new subscription: where the catalogue links to. */
export function useAskedEvent({
  choose,
  isEmpty,
}: {
  choose: (type: string) => void
  isEmpty: boolean
}): void {
  const { id } = useDocumentInfo()
  const asked = useSearchParams().get('event')
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current || id !== undefined || !isEmpty || !asked || !shape.test(asked)) return
    isDone.current = true
    choose(asked)
  }, [asked, choose, id, isEmpty])
}
