import { spawnSync } from 'node:child_process'
import { chown, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import type { Sql } from '../../../src/kernel/sql.ts'
import { concludeCase } from '../support/concludeCase.ts'
import { diedOfIt } from '../support/diedOfIt.ts'
import type { FaultCase } from '../support/faultCase.ts'
import { waitUntil } from '../support/waitUntil.ts'

const MEGABYTES = 48
const TABLES = ['event_logs', 'event_deliveries', 'event_attempts'] as const

/** The tables of the log lie on a disk of their own, and that is full. */
export const fullDisk: FaultCase = {
  name: 'disk',
  title:
    'no space left for the tables of the log: saves are refused whole; with space again all goes on',
  needsMount: true,
  run: async (world) => {
    const { cluster, losses, settings, sink, takeChild } = world
    const { sql } = cluster.database
    const disk = await mountDisk(cluster.owner)
    world.atEnd(() => leaveDisk(sql, disk))
    await sql.query(`CREATE TABLESPACE small LOCATION '${disk}'`)
    for (const table of TABLES) await sql.query(`ALTER TABLE ${table} SET TABLESPACE small`)
    sink.answer(() => ({ status: 200 }))
    const workers = [await takeChild(), await takeChild()]
    for (const worker of workers) await worker.work()
    const writer = await takeChild()
    const written = writer.write()
    const [heard, confirmed] = [() => writer.refusals.length, () => writer.commits.length]
    await waitUntil('some saves', () => confirmed() > 20)
    await losses.noteAll()
    await fill(join(disk, 'ballast'))
    await waitUntil('a refused save', () => heard() > 0, 120_000)
    await losses.noteAll()
    await delay(settings.away * 1_000)
    const refused = heard()
    await rm(join(disk, 'ballast'))
    const before = confirmed()
    await waitUntil('saves again', () => confirmed() > before + 20)
    writer.stopWriting()
    await written
    world.say(`  ${refused} saves refused while the disk was full`)
    return concludeCase(world, { rounds: 1, commits: writer.commits, problems: diedOfIt(workers) })
  },
}

/** The tables go back to the database's own disk. */
async function leaveDisk(sql: Sql, disk: string): Promise<void> {
  await sql.query(`TRUNCATE ${TABLES.join(', ')} CASCADE`)
  for (const table of TABLES) await sql.query(`ALTER TABLE ${table} SET TABLESPACE pg_default`)
  await sql.query('DROP TABLESPACE IF EXISTS small')
  spawnSync('umount', [disk])
  await rm(disk, { recursive: true, force: true })
}

/** A small file system in memory that belongs to the server's user. */
async function mountDisk(owner: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'flowmasters-disk-'))
  const given = ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=700,uid=${owner}`]
  const { status, stderr } = spawnSync('mount', [...given, 'tmpfs', folder])
  if (status !== 0) throw new Error(`mount: ${stderr}`)
  await chown(folder, owner, owner)
  return folder
}

/** Writes until nothing more goes in. */
async function fill(file: string): Promise<void> {
  const handle = await open(file, 'w')
  const block = Buffer.alloc(64 * 1_024)
  try {
    for (;;) await handle.write(block)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOSPC') throw error
  } finally {
    await handle.close()
  }
}
