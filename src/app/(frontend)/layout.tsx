import type { Metadata } from 'next'
import type { ReactNode } from 'react'

import { visitorLanguage } from './visitorLanguage.ts'

export const metadata: Metadata = {
  title: 'FlowMasters',
  description:
    'Every change in a Payload CMS becomes a typed event and is delivered, with nothing lost.',
}

/** The frame of the public pages. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await visitorLanguage()}>
      <body style={{ margin: 0 }}>{children}</body>
    </html>
  )
}
