import type { CollectionBeforeChangeHook } from 'payload'

import { nowOf } from '../../nowOf.ts'
import { readRow } from '../../readRow.ts'
import { courseProgress } from './courseProgress.ts'

type Dates = Record<
  'startedAt' | 'completedAt' | 'cancelledAt' | 'lastProgressAt',
  string | null | undefined
>

/**
 * Gives an enrollment its counts and dates, on every save. It runs after `guardStatus`, which holds the row: what a writer
 * read before that may be old, so counts are taken anew and dates from the row as it stands.
 */
export const settleEnrollment: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const stored =
    operation === 'update' ? await readRow(req, 'course-enrollments', originalDoc.id) : undefined
  const status = String(data['status'])
  const before = stored?.['status']
  const isOver = (value: unknown): boolean => value === 'completed' || value === 'cancelled'
  const counts =
    stored && isOver(before) && before === status
      ? {
          lessonsTotal: stored['lessonsTotal'],
          lessonsDone: stored['lessonsDone'],
          progressPercent: stored['progressPercent'],
        }
      : await courseProgress(req, {
          course: stored?.['course'] ?? data['course'],
          enrollment: stored?.id,
        })
  return {
    ...data,
    ...counts,
    ...datesOf({ status, hasChanged: before !== status, stored, data, now: nowOf(req.payload) }),
  }
}

type DatesOptions = {
  status: string
  hasChanged: boolean
  stored: Record<string, unknown> | undefined
  data: Record<string, unknown>
  now: string
}

/** Dates that code brought along on creation (an import) are kept. */
function datesOf({ data, hasChanged, now, status, stored }: DatesOptions): Dates {
  const known = (name: keyof Dates): string | undefined => isoOf((stored ?? data)[name])
  const reached = (own: string, name: keyof Dates): string | undefined =>
    hasChanged && status === own ? (known(name) ?? now) : known(name)
  return {
    startedAt: reached('active', 'startedAt'),
    completedAt: reached('completed', 'completedAt'),
    cancelledAt: status === 'cancelled' ? reached('cancelled', 'cancelledAt') : null,
    lastProgressAt: latest(reached('active', 'lastProgressAt'), isoOf(data['lastProgressAt'])),
  }
}

function isoOf(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' && value !== '' ? value : undefined
}

function latest(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return Date.parse(one) >= Date.parse(other) ? one : other
}
