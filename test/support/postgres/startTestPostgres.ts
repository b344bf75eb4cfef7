import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isProcessAlive } from '../../../src/database/embedded/isProcessAlive.ts'
import { startEmbeddedPostgres } from '../../../src/database/embedded/startEmbeddedPostgres.ts'
import { quickFolder } from './quickFolder.ts'
import { quietLogger } from './quietLogger.ts'

export type TestPostgres = { adminUrl: string; stop: () => Promise<void> }

const prefix = 'flowmasters-test-postgres-'
const ownerFile = (folder: string): string => join(folder, 'owner')
const oneHourMs = 3_600_000

/** Safe and slow is for production: these rows live for minutes. */
const settings = { fsync: false, synchronous_commit: false, full_page_writes: false }

const isAbandoned = async (folder: string): Promise<boolean> => {
  const owner = await readFile(ownerFile(folder), 'utf8').catch(() => undefined)
  if (owner !== undefined) return !isProcessAlive(Number(owner))
  // Just being made by somebody, or never finished.
  const made = await stat(folder).catch(() => undefined)
  return made !== undefined && Date.now() - made.mtimeMs > oneHourMs
}

const killServer = async (dataDir: string): Promise<void> => {
  const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, folder] = text.split('\n')
  if (folder !== dataDir || !isProcessAlive(Number(pid))) return
  // SIGQUIT is Postgres' immediate shutdown; nobody needs what it would save.
  process.kill(Number(pid), 'SIGQUIT')
}

/** A killed run leaves its server running and its folder full. */
const sweepLeftovers = async (place: string): Promise<void> => {
  for (const name of await readdir(place)) {
    const folder = join(place, name)
    if (!name.startsWith(prefix) || !(await isAbandoned(folder))) continue
    await killServer(join(folder, 'cluster', 'data')).catch(() => undefined)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
  }
}

/** The run's own server in a temporary folder on a free port; never one that happens to run here. */
export const startTestPostgres = async (): Promise<TestPostgres> => {
  const place = await quickFolder()
  await sweepLeftovers(place)
  const folder = await mkdtemp(join(place, prefix))
  await writeFile(ownerFile(folder), String(process.pid))
  // mkdtemp closes the folder to everybody, and under root the server is somebody else.
  await chmod(folder, 0o711)
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'cluster'),
    logger: quietLogger,
    settings,
  })
  return {
    adminUrl: server.adminUrl,
    stop: async () => {
      await server.stop({ mode: 'immediate' })
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
