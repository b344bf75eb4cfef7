import type { PayloadRequest } from 'payload'

import { executeSql } from '../executeSql.ts'

type Id = number | string

/**
 * Counts the tasks of projects again and writes their `progress`: per cent done of those not cancelled, null without
 * any. Each project's row is locked first, in the order of ids, so that of two tasks finished at once the second
 * counts the first; the lock is the one that lets new tasks refer to the project meanwhile.
 */
export async function updateProgress(req: PayloadRequest, projects: readonly Id[]): Promise<void> {
  const { db } = req.payload
  for (const id of [...new Set(projects)].sort()) {
    await executeSql(req, 'select 1 from service_projects where id = $1 for no key update', [id])
    const [all, done] = await countTasks(req, id)
    const progress = all === 0 ? null : Math.round((done / all) * 100)
    await db.updateOne({
      collection: 'service-projects',
      where: { id: { equals: id } },
      // A task is not an edit of the project.
      data: { progress, updatedAt: null },
      req,
      returning: false,
    })
  }
}

async function countTasks(req: PayloadRequest, project: Id): Promise<[number, number]> {
  const count = async (status: object): Promise<number> => {
    const where = { and: [{ project: { equals: project } }, { status }] }
    return (await req.payload.db.count({ collection: 'tasks', where, req })).totalDocs
  }
  // One connection serves the transaction: one after the other.
  const all = await count({ not_equals: 'cancelled' })
  return [all, await count({ equals: 'done' })]
}
