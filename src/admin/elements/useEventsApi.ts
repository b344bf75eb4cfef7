'use client'

import { useConfig } from '@payloadcms/ui'
import { useCallback } from 'react'

import { useTexts } from '../texts/useTexts.ts'
import { errorSentence } from './errorSentence.ts'

/** What a call came to: the answer's JSON, or a sentence to show. */
export type ApiResult = { isOk: true; body: unknown } | { isOk: false; message: string }

/** Gets `path`, which starts with `/events/`; with a `body` it sends that as JSON, with POST unless told otherwise. Never rejects. */
export type EventsApi = (
  path: string,
  body?: Record<string, unknown>,
  method?: 'POST' | 'PATCH',
) => Promise<ApiResult>

/** The plugin's endpoints, called as the signed-in user. */
export function useEventsApi(): EventsApi {
  const { config } = useConfig()
  const { language, texts } = useTexts()
  const base = `${config.serverURL ?? ''}${config.routes.api}`
  return useCallback(
    async (path, body, method = 'POST') => {
      try {
        const headers = { accept: 'application/json', 'accept-language': language }
        const response = await fetch(`${base}${path}`, {
          credentials: 'include',
          ...(body === undefined
            ? { headers }
            : {
                method,
                headers: { ...headers, 'content-type': 'application/json' },
                body: JSON.stringify(body),
              }),
        })
        const answer: unknown = await response.json().catch(() => null)
        return response.ok
          ? { isOk: true, body: answer }
          : { isOk: false, message: errorSentence(answer) ?? texts.requestFailed }
      } catch {
        return { isOk: false, message: texts.requestFailed }
      }
    },
    [base, language, texts],
  )
}
