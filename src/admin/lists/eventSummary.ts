import type { Payload } from 'payload'

import { findRuntime } from '../../runtime/findRuntime.ts'
import { asName } from '../texts/asName.ts'
import { pickLocalised } from '../texts/pickLocalised.ts'

/** What a type of event means, in one sentence; empty for one the catalogue does not know. */
export function eventSummary(payload: Payload, type: string, language: string): string {
  // A disabled plugin keeps the log readable and has no catalogue.
  const runtime = findRuntime(payload)
  if (!runtime?.catalogue.has(type)) return ''
  return asName(pickLocalised(runtime.catalogue.get(type).summary, language))
}
