'use client'

import { SetStepNav, useConfig } from '@payloadcms/ui'
import { useEffect } from 'react'

/** The page's name in the path above and in the browser's tab: what a config can say there knows one language only. */
export function PageTitle({ title }: { title: string }) {
  const { config } = useConfig()
  const suffix = config.admin.meta?.titleSuffix ?? ''
  useEffect(() => {
    document.title = `${title} ${suffix}`.trim()
  }, [suffix, title])
  return <SetStepNav nav={[{ label: title }]} />
}
