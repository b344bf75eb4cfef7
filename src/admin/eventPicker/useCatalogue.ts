'use client'

import { useEffect, useMemo, useState } from 'react'

import { useEventsApi } from '../elements/useEventsApi.ts'
import { useTexts } from '../texts/useTexts.ts'
import type { CatalogueArea } from './catalogueAreas.ts'
import { catalogueAreas } from './catalogueAreas.ts'

/** The catalogue of events: being fetched, there, or out of reach. */
export type CatalogueState =
  | { state: 'loading' | 'unavailable'; areas: readonly CatalogueArea[] }
  | { state: 'ready'; areas: readonly CatalogueArea[] }

let answer: Promise<unknown> | undefined

/** Fetches the catalogue once for all fields of a page. */
export function useCatalogue(): CatalogueState {
  const call = useEventsApi()
  const { language } = useTexts()
  const [body, setBody] = useState<unknown>(undefined)
  useEffect(() => {
    let isWanted = true
    answer ??= call('/events/catalogue').then((result) => {
      if (result.isOk) return result.body
      // The next form tries again.
      answer = undefined
      return null
    })
    void answer.then((found) => {
      if (isWanted) setBody(found)
    })
    return () => {
      isWanted = false
    }
  }, [call])
  return useMemo(() => {
    if (body === undefined) return { state: 'loading', areas: [] }
    const areas = catalogueAreas(body, language)
    return areas ? { state: 'ready', areas } : { state: 'unavailable', areas: [] }
  }, [body, language])
}
