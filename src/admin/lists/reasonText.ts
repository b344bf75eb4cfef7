import type { Payload } from 'payload'

import type { ReasonWords } from '../../channels/reason.ts'
import { sayReasons } from '../../delivery-log/sayReasons.ts'
import { findRuntime } from '../../runtime/findRuntime.ts'
import { textOf } from '../elements/textOf.ts'

/** Why a delivery or one try failed, or the note of a success, in the reader's language; null when there is nothing to say. */
export function reasonText(
  row: Readonly<Record<string, unknown>>,
  payload: Payload,
  language: string,
): string | null {
  const reason = textOf(row['reason']) ?? textOf(row['lastError']) ?? null
  const reasons = row['reasons'] ?? row['lastReasons']
  return sayReasons({ reason, reasons }, language, wordsOf(payload, textOf(row['channel'])))
}

function wordsOf(payload: Payload, channel: string | undefined): ReasonWords | undefined {
  // A disabled plugin keeps the log readable and has no channels.
  const runtime = findRuntime(payload)
  if (channel === undefined || !runtime?.channels.has(channel)) return undefined
  return runtime.channels.get(channel).reasons
}
