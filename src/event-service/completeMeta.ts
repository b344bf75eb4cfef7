import type { EventMeta } from '../event-catalogue/flowEvent.ts'
import { eventLimits } from './eventLimits.ts'
import type { EventMetaInput } from './eventMetaInput.ts'

const sources: ReadonlySet<unknown> = new Set<EventMeta['source']>([
  'collection_operation',
  'auth',
  'api',
  'code',
  'schedule',
  'test',
])
const operations: ReadonlySet<unknown> = new Set<EventMeta['operation']>([
  'create',
  'update',
  'delete',
  'login',
  'logout',
  'publish',
  null,
])

type CompleteMeta = Omit<EventMeta, 'sequence'>

/** Fills the gaps of `input`. What does not fit is replaced by its default and named in `issues`. */
export function completeMeta(input: EventMetaInput = {}): { meta: CompleteMeta; issues: string[] } {
  const issues: string[] = []
  const text = (
    name: 'collection' | 'documentId' | 'userId' | 'userEmail' | 'locale' | 'causationId',
  ) => {
    const value: unknown = input[name] ?? null
    if (value === null) return null
    if (typeof value === 'number' && Number.isFinite(value)) return String(value)
    // Postgres has no NUL in text columns.
    if (typeof value === 'string' && !value.includes('\0')) return value
    issues.push(`meta.${name}: must be text without NUL characters, or null`)
    return null
  }
  const { source = 'code', operation = null, hop = 0 } = input
  const isHop = Number.isInteger(hop) && hop >= 0
  if (!sources.has(source)) issues.push('meta.source: is none of the known sources')
  if (!operations.has(operation)) issues.push('meta.operation: is none of the known operations')
  if (!isHop) issues.push('meta.hop: must be a whole number from 0 up')
  // The order of members is the order of the stored text; `sequence` follows as the last one.
  const meta: CompleteMeta = {
    source: sources.has(source) ? source : 'code',
    collection: text('collection'),
    operation: operations.has(operation) ? operation : null,
    documentId: text('documentId'),
    userId: text('userId'),
    userEmail: text('userEmail'),
    locale: text('locale'),
    causationId: text('causationId'),
    // A hop that cannot be read must not restart the count, or a loop would never be cut.
    hop: isHop ? hop : eventLimits.maxHop + 1,
    ...(input.reconciled === true ? { reconciled: true } : {}),
  }
  return { meta, issues }
}
