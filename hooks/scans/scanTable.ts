import type { Payload } from 'payload'
import { escapeIdentifier } from 'pg'

import { columnsOf } from '../../src/database/columnsOf.ts'
import { postgresAdapter } from '../../src/database/postgresAdapter.ts'
import { tableOf } from '../../src/database/tableOf.ts'
import { FlowError } from '../../src/kernel/flowError.ts'
import type { Scan, ScanCondition, ScanPass } from './scan.ts'

/** The statements of one pass. Values are numbered in the order they are given. */
export type PassSql = {
  /** Values: oldest and newest moment, the conditions' own, then the last moment and id seen (page 2 on), the limit. */
  candidates: (isFirst: boolean) => string
  /** Values: oldest and newest moment, the conditions' own, the ids. Locks without waiting, and looks once more. */
  lock: string
  /** Values of the conditions. */
  values: unknown[]
}

/**
 * Writes the SQL of a scan's passes against the collection's main table. Documents in the trash and drafts are left out.
 * Throws FLOW_SCAN_FIELD_UNKNOWN, FLOW_SCAN_COLLECTION_UNKNOWN.
 */
export function scanTable(payload: Payload, scan: Scan): (pass: ScanPass) => PassSql {
  const adapter = postgresAdapter(payload)
  const table = tableOf(adapter, scan.collection)
  const columns = columnsOf(adapter, scan.collection)
  if (table === undefined || columns === undefined) {
    throw new FlowError({
      code: 'FLOW_SCAN_COLLECTION_UNKNOWN',
      message: `the scan "${scan.name}" looks at "${scan.collection}", which has no table`,
      hint: 'Scans need @payloadcms/db-postgres and a collection of this site.',
    })
  }
  const columnOf = (field: string): string => {
    const column = columns[field.replaceAll('.', '_')]
    if (column) return `t.${escapeIdentifier(column.name)}`
    throw new FlowError({
      code: 'FLOW_SCAN_FIELD_UNKNOWN',
      message: `the scan "${scan.name}" looks at "${field}", which is no column of "${scan.collection}"`,
      hint: 'Localised fields, and fields inside arrays and blocks, cannot be scanned.',
      details: { scan: scan.name, field },
    })
  }
  const hidden = [
    ...('deletedAt' in columns ? [`${columnOf('deletedAt')} IS NULL`] : []),
    ...('_status' in columns ? [`${columnOf('_status')} = 'published'`] : []),
  ]
  return (pass) => passSql(scan, pass, { table, columnOf, hidden })
}

type TableParts = { table: string; columnOf: (field: string) => string; hidden: readonly string[] }

function passSql(scan: Scan, pass: ScanPass, { columnOf, hidden, table }: TableParts): PassSql {
  const moment = columnOf(pass.moment)
  const values: unknown[] = []
  const conditions = Object.entries(pass.where ?? {}).map(([field, condition]) =>
    conditionSql(columnOf(field), condition, (value) => {
      values.push(value)
      return `$${values.length + 2}`
    }),
  )
  const spell = scan.spell.map((field, index) => `, ${columnOf(field)} AS spell_${index}`).join('')
  const select = `SELECT t.id, ${moment} AS moment${spell} FROM ${table} t`
  const where = `WHERE ${[`${moment} > $1 AND ${moment} <= $2`, ...hidden, ...conditions].join(' AND ')}`
  const next = values.length + 3
  const order = `ORDER BY ${moment}, t.id`
  return {
    values,
    candidates: (isFirst) =>
      isFirst
        ? `${select} ${where} ${order} LIMIT $${next}`
        : `${select} ${where} AND (${moment}, t.id) > ($${next}, $${next + 1}) ${order} LIMIT $${next + 2}`,
    // The weakest lock that keeps other writers of the row out; a row that refers to it can still be written.
    lock: `${select} ${where} AND t.id = ANY($${next}) FOR NO KEY UPDATE OF t SKIP LOCKED`,
  }
}

function conditionSql(
  column: string,
  condition: ScanCondition,
  mark: (value: unknown) => string,
): string {
  if (condition === null) return `${column} IS NULL`
  if (typeof condition !== 'object') return `${column} = ${mark(condition)}`
  if ('atLeast' in condition) return `${column} >= ${mark(condition.atLeast)}`
  if ('not' in condition) {
    return `(${column} IS NULL OR ${column} <> ALL(${mark([...condition.not])}))`
  }
  return `${column} = ANY(${mark([...condition])})`
}
