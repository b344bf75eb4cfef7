'use client'

import { useAuth } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { useCallback, useMemo, useState } from 'react'

import type { InboxCount } from './inboxAnswers.ts'
import { type InboxNews, inboxContext } from './inboxContext.ts'
import { useInboxStream } from './useInboxStream.ts'

type Known = InboxCount & { userId: string }

/** Listens to the reader's inbox for as long as the admin is open; pages come and go, the line stays. */
export function InboxProvider({ children }: { children: ReactNode }) {
  const { user } = useAuth()
  const userId = user ? String(user.id) : null
  const [known, setKnown] = useState<Known | null>(null)
  const learn = useCallback(
    (count: InboxCount) => {
      if (userId === null) return
      // Answers may overtake each other: an older one is no news.
      setKnown((last) =>
        last !== null && last.userId === userId && last.version > count.version
          ? last
          : { ...count, userId },
      )
    },
    [userId],
  )
  useInboxStream(userId, learn)
  const news = useMemo((): InboxNews => {
    const own = known?.userId === userId ? known : null
    return { unread: own?.unread ?? null, version: own?.version ?? null, learn }
  }, [known, learn, userId])
  return <inboxContext.Provider value={news}>{children}</inboxContext.Provider>
}
