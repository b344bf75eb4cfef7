import { readFile } from 'node:fs/promises'

import { buildChild } from '../../test/faults/support/buildChild.ts'
import { type Child, startChild } from '../../test/faults/support/childProcess.ts'
import { benchKeys } from './benchDatabase.ts'

/** Workers in processes of their own, with the settings of production. */
export type WorkerProcesses = {
  children: Child[]
  /** Resident memory of all of them, bytes. */
  memory: () => Promise<number>
  stop: () => Promise<void>
}

/** Starts them on a database that is migrated. */
export async function startWorkerProcesses(
  count: number,
  { databaseUrl, redisUrl }: { databaseUrl: string; redisUrl?: string | undefined },
): Promise<WorkerProcesses> {
  const program = await buildChild()
  const setup = { databaseUrl, redisUrl, encryptionKeys: benchKeys }
  const children: Child[] = []
  for (let index = 0; index < count; index += 1) {
    const child = await startChild(program, setup)
    children.push(child)
    await child.work({ leaseMs: 30_000, pollMs: 1_000 })
  }
  return {
    children,
    memory: async () => {
      const sizes = await Promise.all(children.map(({ pid }) => residentBytes(pid)))
      return sizes.reduce((sum, size) => sum + size, 0)
    },
    stop: async () => {
      await Promise.all(children.map((child) => child.terminate()))
    },
  }
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) * 1_024
}
