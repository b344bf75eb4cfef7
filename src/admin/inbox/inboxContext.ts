'use client'

import { createContext } from 'react'

/** What the bell knows of its reader's inbox. */
export type InboxNews = {
  /** How many wait; null until the first answer. */
  unread: number | null
  /** Number of the last change that was told; what shows a list gets it anew when this changes. */
  version: number | null
  /** Takes over what an answer of the API said. */
  learn: (news: { unread: number; version: number }) => void
}

/** The reader's inbox; outside of the provider, and for nobody, it stays unknown. */
export const inboxContext = createContext<InboxNews>({
  unread: null,
  version: null,
  learn: () => {},
})
