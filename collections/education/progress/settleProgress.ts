import { isDeepStrictEqual } from 'node:util'

import type { CollectionBeforeChangeHook } from 'payload'

import { nowOf } from '../../nowOf.ts'
import { readRow } from '../../readRow.ts'
import { progressStatusMachine } from './progressStatusMachine.ts'
import { type ProgressState, settledProgress } from './settledProgress.ts'

const own = [
  'percent',
  'secondsWatched',
  'startedAt',
  'completedAt',
  'lastActivityAt',
] as const satisfies readonly (keyof ProgressState)[]

/**
 * Makes a progress agree with itself. It runs after `guardStatus`, which holds the row. Payload writes whole documents
 * back: a field that the writer did not mean gets what the row holds by now, not what the writer had read.
 */
export const settleProgress: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const row =
    operation === 'update' ? await readRow(req, 'lesson-progress', originalDoc.id) : undefined
  const stored: (ProgressState & Record<string, unknown>) | null = row ?? null
  const given: ProgressState & Record<string, unknown> = { ...data }
  for (const name of stored ? own : []) {
    if (isDeepStrictEqual(given[name], originalDoc[name]))
      Object.assign(given, { [name]: stored?.[name] })
  }
  // Values that do not fit are left to the fields' own validation.
  if (!fits(given)) return given
  return { ...given, ...settledProgress({ given, stored, now: nowOf(req.payload) }) }
}

function fits({ percent, status }: ProgressState): boolean {
  const isPercent = percent === null || percent === undefined || (percent >= 0 && percent <= 100)
  return isPercent && typeof status === 'string' && Object.hasOwn(progressStatusMachine, status)
}
