'use client'

import { useConfig } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

import { isRecord } from '../../kernel/isRecord.ts'
import { useEventsApi } from '../elements/useEventsApi.ts'
import { type InboxCount, inboxCount } from './inboxAnswers.ts'

/** How long a stream that was refused is left alone; meanwhile the number is asked for once. */
const LOOK_MS = 20_000

/**
 * Keeps the number of unread notifications up to date: by a stream while the page can be seen, by asking where no stream is to be had.
 * A hidden tab holds no connection, because a browser has six to a site in all its tabs together; it catches up when it is seen.
 */
export function useInboxStream(userId: string | null, learn: (count: InboxCount) => void): void {
  const { config } = useConfig()
  const call = useEventsApi()
  const address = `${config.serverURL ?? ''}${config.routes.api}/notifications/stream`
  const latest = useRef({ call, learn })
  latest.current = { call, learn }
  useEffect(() => {
    if (userId === null) return undefined
    let stream: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const close = (): void => {
      clearTimeout(timer)
      stream?.close()
      stream = undefined
    }
    const ask = async (): Promise<void> => {
      const answer = await latest.current.call('/notifications/unread-count')
      const count = answer.isOk ? inboxCount(answer.body) : undefined
      if (count) latest.current.learn(count)
    }
    const open = (): void => {
      close()
      if (document.visibilityState !== 'visible') return
      stream = new EventSource(address, { withCredentials: true })
      stream.addEventListener('unread', ({ data, lastEventId }) => {
        const told: unknown = JSON.parse(data)
        const unread = isRecord(told) ? told['count'] : undefined
        if (typeof unread === 'number') {
          latest.current.learn({ unread, version: Number(lastEventId) })
        }
      })
      stream.addEventListener('error', () => {
        // A broken line is taken up again by the browser itself; a refusal is final for it.
        if (stream?.readyState !== EventSource.CLOSED) return
        close()
        void ask()
        timer = setTimeout(open, LOOK_MS)
      })
    }
    open()
    document.addEventListener('visibilitychange', open)
    return () => {
      document.removeEventListener('visibilitychange', open)
      close()
    }
  }, [address, userId])
}
