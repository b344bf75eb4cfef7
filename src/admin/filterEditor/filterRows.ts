import type { Json } from '../../kernel/json.ts'
import { operators } from '../../subscription-filter/operator.ts'
import { isRecord } from '../../kernel/isRecord.ts'

/** One condition while it is edited: any part may still be missing. */
export type FilterRow = { field: string; operator: string; value?: Json }

/** A filter as rows, or `null` when rows cannot show it. */
export type FilterRows = { mode: 'all' | 'any'; rows: FilterRow[] }

const knownOperators: ReadonlySet<string> = new Set(operators)

/** Rows of a stored filter: nothing, a list, one group of conditions, or one condition; `null` for anything deeper. */
export function filterRows(stored: unknown): FilterRows | null {
  if (stored === null || stored === undefined) return { mode: 'all', rows: [] }
  if (Array.isArray(stored)) return asRows('all', stored)
  if (!isRecord(stored)) return null
  const keys = Object.keys(stored)
  const [key] = keys
  if (keys.length === 1 && (key === 'all' || key === 'any')) return asRows(key, stored[key])
  return asRows('all', [stored])
}

/** What is stored: `[{field, operator, value}]`, `{any: […]}`, or `null` for no conditions. */
export function storedFilter({ mode, rows }: FilterRows): Json {
  if (rows.length === 0) return null
  const conditions = rows.map(({ field, operator, value }) =>
    value === undefined ? { field, operator } : { field, operator, value },
  )
  return mode === 'all' ? conditions : { any: conditions }
}

function asRows(mode: 'all' | 'any', list: unknown): FilterRows | null {
  if (!Array.isArray(list)) return null
  const rows = list.map(asRow)
  return rows.every((row) => row !== null) ? { mode, rows } : null
}

function asRow(entry: unknown): FilterRow | null {
  if (!isRecord(entry)) return null
  const { field, operator, value } = entry
  if (typeof field !== 'string' || typeof operator !== 'string') return null
  if (operator !== '' && !knownOperators.has(operator)) return null
  return value === undefined ? { field, operator } : { field, operator, value: value as Json }
}
