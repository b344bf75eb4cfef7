import type { PayloadRequest } from 'payload'

import { matchesPattern } from '../../subscription-filter/matchesPattern.ts'
import type { EventPattern } from '../../subscription-filter/eventPattern.ts'
import { isEventPattern } from '../../subscription-filter/isEventPattern.ts'
import { parseEventPattern } from '../../subscription-filter/parseEventPattern.ts'

/** A subscription as the catalogue shows it. */
export type Listener = {
  id: string
  name: string
  isEnabled: boolean
  /** Whether conditions narrow it down. */
  isFiltered: boolean
  patterns: readonly EventPattern[]
}

type Row = { id: number | string; [field: string]: unknown }

/** All subscriptions the reader may see, with what they listen to. */
export async function readListeners(req: PayloadRequest): Promise<Listener[]> {
  const found = await req.payload.find({
    collection: 'event-subscriptions',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    select: { name: true, enabled: true, events: true, filters: true },
    sort: 'name',
    user: req.user,
  })
  return found.docs.map((row: Row) => ({
    id: String(row.id),
    name: String(row['name'] ?? row.id),
    isEnabled: row['enabled'] !== false,
    isFiltered: row['filters'] !== null && row['filters'] !== undefined && !isEmpty(row['filters']),
    patterns: textsOf(row['events']).filter(isEventPattern).map(parseEventPattern),
  }))
}

/** Those that a type reaches, also by a wildcard. */
export function listenersOf(type: string, listeners: readonly Listener[]): Listener[] {
  return listeners.filter(({ patterns }) =>
    patterns.some((pattern) => matchesPattern(pattern, type)),
  )
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

function isEmpty(filters: unknown): boolean {
  return typeof filters === 'object' && filters !== null && Object.keys(filters).length === 0
}
