'use client'

import { useContext, useEffect, useState } from 'react'

import { useEventsApi } from '../elements/useEventsApi.ts'
import { type InboxList, inboxCount, inboxList } from './inboxAnswers.ts'
import { inboxContext } from './inboxContext.ts'

/** How many the list shows; older ones are in the collection's list. */
const MOST_SHOWN = 10

/** The newest notifications while the list is open, and what can be done with them. */
export type OpenInbox = {
  /** Null until the first answer. */
  list: InboxList | null
  problem: string | null
  markRead: (ids: readonly string[]) => Promise<void>
  /** Marks all that the list knew of; what has come since stays. */
  markAll: () => Promise<void>
}

/** Gets the newest, and again whenever something has changed. */
export function useInboxList(): OpenInbox {
  const { learn, version } = useContext(inboxContext)
  const call = useEventsApi()
  const [list, setList] = useState<InboxList | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of the last change is why the list is got again
  useEffect(() => {
    let isMeant = true
    void call(`/notifications/mine?limit=${MOST_SHOWN}`).then((answer) => {
      if (!isMeant) return
      const found = answer.isOk ? inboxList(answer.body) : undefined
      setProblem(answer.isOk ? null : answer.message)
      if (!found) return
      setList(found)
      learn(found)
    })
    return () => {
      isMeant = false
    }
  }, [call, learn, version])
  const send = async (body: Record<string, unknown>): Promise<void> => {
    const answer = await call('/notifications/read', body)
    const count = answer.isOk ? inboxCount(answer.body) : undefined
    setProblem(answer.isOk ? null : answer.message)
    if (count) learn(count)
  }
  return {
    list,
    problem,
    markRead: (ids) => send({ ids }),
    markAll: () => send({ all: true, before: list?.version }),
  }
}
