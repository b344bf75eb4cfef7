import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/database/embedded/startEmbeddedPostgres.ts'
import { withClient } from '../../../src/database/withClient.ts'
import { recordingLogger } from './recordingLogger.ts'
import { temporaryFolder } from './temporaryFolder.ts'
import { until } from './until.ts'

const query = (url: string, text: string): Promise<Record<string, unknown>[]> =>
  withClient({ url, work: async (client) => (await client.query(text)).rows })

const postmasterPid = (folder: string): number =>
  Number.parseInt(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8'), 10)

const occupy = async (port: number): Promise<Server> => {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

describe('embedded Postgres', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let dataDir: string
  const running: EmbeddedPostgres[] = []
  const logger = recordingLogger()

  const start = async (options: { port?: number } = {}): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({
      dataDir,
      logger,
      settings: { fsync: false },
      ...options,
    })
    running.push(server)
    return server
  }

  beforeEach(async () => {
    folder = await temporaryFolder()
    dataDir = join(folder.path, 'postgres')
    logger.messages.length = 0
  })

  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop({ mode: 'immediate' })))
    await folder.remove()
  })

  test('keeps data and address over a stop and a start', async () => {
    const first = await start()
    await query(first.url, "create table notes as select 'kept' as body")
    await first.stop()
    const second = await start()
    expect(await query(second.url, 'select body from notes')).toEqual([{ body: 'kept' }])
    expect(second).toMatchObject({ url: first.url, isReused: false })
  })

  test('is UTF-8, knows Cyrillic letters, and asks for a password kept to its owner', async () => {
    const { url, dataDir: place } = await start()
    const [row] = await query(
      url,
      "select current_setting('server_encoding') as encoding, 'Ж' ilike 'ж' as same",
    )
    expect(row).toEqual({ encoding: 'UTF8', same: true })
    const stranger = new URL(url)
    stranger.password = 'wrong'
    await expect(query(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect(statSync(join(place, 'password')).mode & 0o777).toBe(0o600)
  })

  test('listens on 127.0.0.1 only', async () => {
    const [row] = await query(
      (await start()).url,
      "select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets",
    )
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '' })
  })

  test('stops once, however often it is told to', async () => {
    const server = await start()
    await Promise.all([server.stop(), server.stop()])
    await server.stop()
    expect(existsSync(join(server.dataDir, 'data/postmaster.pid'))).toBe(false)
  })

  test('after an immediate stop everything committed is there', async () => {
    const first = await start()
    await query(first.url, 'create table notes as select generate_series(1, 1000) as id')
    await first.stop({ mode: 'immediate' })
    const second = await start()
    expect(await query(second.url, 'select count(*)::int as rows from notes')).toEqual([
      { rows: 1000 },
    ])
  })

  test('copes with the postmaster.pid of a dead process', async () => {
    const first = await start()
    const text = readFileSync(join(first.dataDir, 'data/postmaster.pid'), 'utf8')
    await first.stop()
    const gone = spawn(process.execPath, ['-e', ''])
    await once(gone, 'exit')
    await writeFile(
      join(first.dataDir, 'data/postmaster.pid'),
      text.replace(/^\d+/, String(gone.pid)),
    )
    const second = await start()
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('copes with a postmaster.pid whose number now belongs to another program', async () => {
    const first = await start()
    const file = join(first.dataDir, 'data/postmaster.pid')
    const text = readFileSync(file, 'utf8')
    await first.stop()
    // Of the server's own account: Postgres itself ignores the processes of others.
    const { uid, gid } = statSync(first.dataDir)
    const account = process.getuid?.() === 0 ? { uid, gid } : {}
    const other = spawn('sleep', ['600'], { ...account, cwd: '/', stdio: 'ignore' })
    await once(other, 'spawn')
    try {
      await writeFile(file, text.replace(/^\d+/, String(other.pid)))
      const second = await start()
      expect(second.isReused).toBe(false)
      expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    } finally {
      other.kill()
    }
  })

  test('takes over the server of a run that was killed', async () => {
    const script = new URL('./startAndHang.ts', import.meta.url).pathname
    const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(child.stdout, 'data')
    const url = String(line).trim()
    await query(url, "create table notes as select 'kept' as body")
    child.kill('SIGKILL')
    await once(child, 'exit')
    const server = await start()
    expect(server).toMatchObject({ isReused: true, url })
    expect(await query(server.url, 'select body from notes')).toEqual([{ body: 'kept' }])
    // The killed process no longer counts as a user, so this stop is the last one's.
    await server.stop()
    expect(existsSync(join(server.dataDir, 'data/postmaster.pid'))).toBe(false)
  })

  test('runs until the last of several users stops it', async () => {
    const first = await start()
    const second = await start()
    expect(second.isReused).toBe(true)
    const keepers = async () => {
      const rows = await query(
        first.adminUrl,
        "select 1 from pg_stat_activity where application_name = 'flowmasters keeper'",
      )
      return rows.length === 2
    }
    await until(keepers)
    await first.stop()
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    expect(existsSync(join(second.dataDir, 'data/postmaster.pid'))).toBe(false)
  })

  test('two first starts at once end with one server', async () => {
    const servers = await Promise.all([start(), start()])
    expect(new Set(servers.map(({ url }) => url)).size).toBe(1)
    expect(servers.map(({ isReused }) => isReused).sort()).toEqual([false, true])
  })

  test('a server that dies is started again at the same address', async () => {
    const server = await start()
    await query(server.url, "create table notes as select 'kept' as body")
    const pid = postmasterPid(server.dataDir)
    process.kill(pid, 'SIGKILL')
    const rows = await until(
      async () =>
        postmasterPid(server.dataDir) !== pid && query(server.url, 'select body from notes'),
    )
    expect(rows).toEqual([{ body: 'kept' }])
  })

  test('moves to another port when the stored one is taken', async () => {
    const first = await start()
    await first.stop()
    const intruder = await occupy(first.port)
    const second = await start()
    expect(second.port).not.toBe(first.port)
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    intruder.close()
  })

  test('a fixed port that is taken is a named error', async () => {
    const first = await start()
    await first.stop()
    const intruder = await occupy(first.port)
    await expect(start({ port: first.port })).rejects.toMatchObject({
      code: 'FLOW_DATABASE_PORT_TAKEN',
      hint: expect.stringContaining('another port'),
    })
    intruder.close()
  })

  test('an interrupted first start is done again', async () => {
    await mkdir(join(dataDir, 'initialising-1/base'), { recursive: true })
    await writeFile(join(dataDir, 'initialising-1/PG_VERSION'), '18\n')
    await writeFile(join(dataDir, 'password'), 'from the first try\n', { mode: 0o600 })
    const server = await start()
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(existsSync(join(dataDir, 'initialising-1'))).toBe(false)
  })

  test('a folder of another major version is a named error and stays as it is', async () => {
    await mkdir(join(dataDir, 'data'), { recursive: true })
    await writeFile(join(dataDir, 'data/PG_VERSION'), '16\n')
    await expect(start()).rejects.toMatchObject({
      code: 'FLOW_DATABASE_VERSION_MISMATCH',
      details: { found: '16', expected: 18 },
    })
    expect(readFileSync(join(dataDir, 'data/PG_VERSION'), 'utf8')).toBe('16\n')
  })

  test('a folder of something else is a named error and stays as it is', async () => {
    await mkdir(join(dataDir, 'data'), { recursive: true })
    await writeFile(join(dataDir, 'data/thesis.txt'), 'years of work')
    await expect(start()).rejects.toMatchObject({ code: 'FLOW_DATABASE_FOLDER_INCOMPLETE' })
    expect(readFileSync(join(dataDir, 'data/thesis.txt'), 'utf8')).toBe('years of work')
  })

  test('data without its password file is a named error', async () => {
    await mkdir(join(dataDir, 'data'), { recursive: true })
    await writeFile(join(dataDir, 'data/PG_VERSION'), '18\n')
    await expect(start()).rejects.toMatchObject({ code: 'FLOW_DATABASE_PASSWORD_MISSING' })
  })

  test('a folder that cannot be made is a named error', async () => {
    await writeFile(dataDir, 'a file, no folder')
    await expect(start()).rejects.toMatchObject({ code: 'FLOW_DATABASE_FOLDER_NOT_WRITABLE' })
  })

  test('a server that cannot start says why', async () => {
    const first = await start()
    await first.stop()
    await writeFile(join(dataDir, 'data/postgresql.auto.conf'), 'shared_buffers = nonsense\n')
    await expect(start()).rejects.toMatchObject({
      code: 'FLOW_DATABASE_START_FAILED',
      message: expect.stringContaining('shared_buffers'),
    })
  })
})
