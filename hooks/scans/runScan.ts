import type { JsonObject } from '../../src/kernel/json.ts'
import { coverageOf, momentsOf, progressOf } from './scanProgress.ts'
import type { DueRow } from './duePage.ts'
import type { Scan } from './scan.ts'
import { type PassSql, scanTable } from './scanTable.ts'
import type { ScanTools } from './scanTools.ts'
import { spellId } from './spellId.ts'
import { saveDue } from './saveDue.ts'
import { tellDue } from './tellDue.ts'

/** How a scan is run; a job's run fits. */
export type ScanRun = {
  /** @default 'schedule' */
  trigger?: string
  /** What the last run left in its report. @default nothing: everything is looked at */
  state?: JsonObject | undefined
  /** @default null */
  resumedAt?: number | null
  signal?: AbortSignal
  /** Milliseconds since the Unix epoch. */
  now: () => number
}

/** What a scan came to; a job's report fits. */
export type ScanReport = {
  /** Documents that were due and not told yet. */
  found: number
  emitted: number
  /** For the next run; absent when this one was interrupted. */
  state?: JsonObject
  problem?: string
}

/**
 * Looks for due documents by the index of their date, a page at a time, and tells those whose spell is not told yet: documents,
 * spells and events of a page in one short transaction. May be run by several processes at once, killed and
 * repeated: the primary key of spells lets every spell through once.
 */
export async function runScan(scan: Scan, tools: ScanTools, run: ScanRun): Promise<ScanReport> {
  const now = run.now()
  const { resumedAt = null, state = {} } = run
  const coverage = coverageOf(scan, { state, now, resumedAt, isAsked: run.trigger === 'manual' })
  const sqlOf = scanTable(tools.payload, scan)
  const total = { found: 0, emitted: 0, earliestSkipped: Number.POSITIVE_INFINITY }
  const problems: string[] = []
  for (const pass of scan.passes) {
    const statements = sqlOf(pass)
    const moments = momentsOf(pass, coverage, now)
    const pages = pagesOf(statements, moments, { tools, signal: run.signal })
    for await (const rows of pages) {
      const due = await untold(scan, rows, tools)
      total.found += due.length
      const act = scan.action.kind === 'tell' ? tellDue : saveDue
      const outcome = await act({ scan, pass, statements, moments, rows: due, now, tools })
      total.emitted += outcome.emitted
      problems.push(...outcome.problems)
      for (const { moment } of outcome.skipped) {
        const dueAt = moment.getTime() + pass.afterMs
        total.earliestSkipped = Math.min(total.earliestSkipped, dueAt)
      }
    }
  }
  const { earliestSkipped, ...counts } = total
  if (run.signal?.aborted) return counts
  const { isSweep } = coverage
  return {
    ...counts,
    state: progressOf(scan, { before: state, earliestSkipped, isSweep, now }),
    ...(problems[0] === undefined ? {} : { problem: summaryOf(problems) }),
  }
}

/** Pages of due rows, in the order of their dates. */
async function* pagesOf(
  statements: PassSql,
  moments: [Date, Date],
  { signal, tools }: { signal: AbortSignal | undefined; tools: ScanTools },
): AsyncGenerator<DueRow[]> {
  const limit = tools.lookRows ?? 500
  let last: DueRow | undefined
  do {
    const sql = await tools.sql()
    const after = last ? [last.moment, last.id] : []
    const { rows } = await sql.query<DueRow>(statements.candidates(!last), [
      ...moments,
      ...statements.values,
      ...after,
      limit,
    ])
    if (rows.length > 0) yield rows
    last = rows.length === limit ? rows.at(-1) : undefined
  } while (last && !signal?.aborted)
}

/** Rows whose spell has not been told; a scan that saves needs no spells, its rows stop being due. */
async function untold(scan: Scan, rows: DueRow[], tools: ScanTools): Promise<DueRow[]> {
  if (scan.action.kind === 'save') return rows
  const sql = await tools.sql()
  const told = await sql.query<{ id: string }>('SELECT id FROM event_spells WHERE id = ANY($1)', [
    rows.map((row) => spellId(scan, row)),
  ])
  const known = new Set(told.rows.map(({ id }) => id))
  return rows.filter((row) => !known.has(spellId(scan, row)))
}

function summaryOf(problems: readonly string[]): string {
  const [first = ''] = problems
  return problems.length === 1 ? first : `${first} (and ${problems.length - 1} more)`
}
