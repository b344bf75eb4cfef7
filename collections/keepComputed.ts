import type { CollectionBeforeChangeHook } from 'payload'
import { escapeIdentifier } from 'pg'

import type { SqlRow } from '../src/kernel/sql.ts'
import { executeSql } from './executeSql.ts'

type KeepComputedOptions = {
  /** Numbers that SQL counts up and a save must never write back. */
  counters?: readonly string[]
  /** Dates that stay once they are set. */
  once?: readonly string[]
}

/**
 * A `beforeChange` hook for fields that change beside the document, by SQL. Payload writes whole documents back, so
 * a save that began before somebody's click was counted would undo the click: the stored values win. The row is
 * locked until the end of the transaction.
 */
export function keepComputed({
  counters = [],
  once = [],
}: KeepComputedOptions): CollectionBeforeChangeHook {
  const columns = [...counters, ...once]
    .map((name) => `${escapeIdentifier(toColumn(name))} as ${escapeIdentifier(name)}`)
    .join(', ')
  return async ({ collection, data, operation, originalDoc, req }) => {
    if (operation !== 'update') return data
    const table = escapeIdentifier(toColumn(collection.slug.replaceAll('-', '_')))
    const rows = await executeSql(
      req,
      `select ${columns} from ${table} where "id" = $1 for update`,
      [originalDoc.id],
    )
    const row = rows?.[0]
    if (!row) return data
    return { ...data, ...storedCounters(row, counters), ...storedDates(row, once) }
  }
}

const toColumn = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Postgres gives numerics as text. */
function storedCounters(row: SqlRow, names: readonly string[]): Record<string, number | null> {
  return Object.fromEntries(
    names.map((name) => [name, row[name] === null ? null : Number(row[name])]),
  )
}

function storedDates(row: SqlRow, names: readonly string[]): Record<string, string> {
  const set = names.filter((name) => row[name] !== null)
  return Object.fromEntries(set.map((name) => [name, new Date(String(row[name])).toISOString()]))
}
