'use client'

import { useEffect, useState } from 'react'

import { useTexts } from '../texts/useTexts.ts'
import { relativeTime } from './relativeTime.ts'

const REFRESH_MS = 30_000

/** A time as people say it, with the exact one beside it, in the reader's own time zone. */
export function TimeAgo({ at }: { at: string }) {
  const { language } = useTexts()
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), REFRESH_MS)
    return () => clearInterval(timer)
  }, [])
  // The server does not know the reader's time zone: until the browser takes over, the time is in UTC.
  const exact =
    now === null
      ? `${at.slice(0, 19).replace('T', ' ')} UTC`
      : new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(
          new Date(at),
        )
  return (
    <time className="fm-time" dateTime={at}>
      <span className="fm-time__exact">{exact}</span>
      {now !== null && (
        <span className="fm-time__ago">{relativeTime({ at: Date.parse(at), now, language })}</span>
      )}
    </time>
  )
}
