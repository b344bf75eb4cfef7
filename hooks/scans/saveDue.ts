import type { PayloadRequest } from 'payload'

import type { DuePage, DueRow, Outcome } from './duePage.ts'
import { foundOf } from './foundOf.ts'
import { lockDue } from './lockDue.ts'

/**
 * Saves fields of due documents through Payload, each in a transaction of its own, so that hooks, guards and rules do what they do
 * for everybody. A document that cannot be saved is named and does not stop the others.
 */
export async function saveDue(page: DuePage): Promise<Outcome> {
  const outcome = { emitted: 0, skipped: [] as DueRow[], problems: [] as string[] }
  for (const row of page.rows) {
    try {
      if (await saveOne(page, row)) outcome.emitted += 1
      else outcome.skipped.push(row)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      outcome.problems.push(`${page.scan.collection} ${row.id}: ${why}`)
    }
  }
  return outcome
}

async function saveOne(page: DuePage, row: DueRow): Promise<boolean> {
  const { now, pass, scan, tools } = page
  const { action, collection } = scan
  if (action.kind !== 'save') return false
  return tools.transact(async ({ req, sql }) => {
    const [locked] = await lockDue(sql, page, [row])
    if (!locked) return false
    const found = foundOf({ id: row.id }, { pass, moment: locked.moment, now })
    await tools.payload.update({
      collection,
      id: row.id,
      data: action.fields(found),
      depth: 0,
      overrideAccess: true,
      req: req as PayloadRequest,
    })
    return true
  })
}
