import { createPool } from '../../../src/database/createPool.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'
import { dieAtPoint } from '../support/dieAtPoint.ts'
import type { FaultCase } from '../support/faultCase.ts'
import type { KillPoint } from '../support/killPoint.ts'
import { statements } from '../support/statements.ts'
import { uncountedReport } from '../support/uncountedReport.ts'

const DATABASE = 'migrating'
const migrate = { kind: 'migrate' } as const

const points: readonly KillPoint[] = [
  { match: statements.createTable, moment: 'sent' },
  { match: statements.commit, behind: statements.createTable, moment: 'before' },
  { match: statements.commit, moment: 'after', nth: 2 },
  { match: statements.commit, moment: 'sent', nth: 2 },
]

/** K11: each migration is there as a whole or not at all. */
export const migrationDeaths: FaultCase = {
  name: 'K11-migration',
  title:
    'while migrations run: the next start goes on, and the tables are those of an undisturbed one',
  run: async (world) => {
    const { atEnd, cluster, startChild } = world
    const { sql } = cluster.database
    const problems: string[] = []
    await sql.query(`CREATE DATABASE ${DATABASE}`)
    atEnd(() => sql.query(`DROP DATABASE ${DATABASE} WITH (FORCE)`))
    const url = new URL(cluster.url)
    url.pathname = `/${DATABASE}`
    const databaseUrl = url.toString()
    for (const point of points) {
      const doomed = await startChild({ databaseUrl })
      await dieAtPoint(world, doomed, { point, work: () => doomed.carryOut(migrate) })
    }
    const heir = await startChild({ databaseUrl })
    await heir.carryOut(migrate)
    const [expected, found] = await Promise.all([shapeOf(cluster.url), shapeOf(databaseUrl)])
    const missing = expected.filter((line) => !found.includes(line))
    const surplus = found.filter((line) => !expected.includes(line))
    if (expected.length < 1_000) problems.push(`only ${expected.length} columns and indexes`)
    for (const line of missing.slice(0, 3)) problems.push(`missing: ${line}`)
    for (const line of surplus.slice(0, 3)) problems.push(`too much: ${line}`)
    return uncountedReport(world, {
      ...{ rounds: points.length, lost: missing.length, ghosts: surplus.length, problems },
    })
  },
}

/** Every column, index and constraint, and the migrations on record, one line each. */
async function shapeOf(url: string): Promise<string[]> {
  const database = createPool({ url, applicationName: 'shape', logger: silentLogger, max: 1 })
  const { rows } = await database.sql.query<{ line: string }>(
    `SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) AS line
       FROM information_schema.columns WHERE table_schema = 'public'
     UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
     UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace
     UNION ALL SELECT 'migration ' || name || ' of batch' FROM payload_migrations`,
  )
  await database.stop()
  return rows.map(({ line }) => line)
}
