import { chown, open, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { FlowError } from '../../kernel/flowError.ts'
import type { Account } from './account.ts'
import { choosePort, isPortFree } from './choosePort.ts'
import type { ClusterFiles } from './clusterFiles.ts'
import { settingsFile } from './initialiseCluster.ts'
import type { Binaries } from './prepareBinaries.ts'
import { runTool } from './runTool.ts'
import { type ServerSettings, serverSettings } from './serverSettings.ts'

export type StartServerOptions = {
  files: ClusterFiles
  binaries: Binaries
  account: Account | undefined
  settings: ServerSettings
  /** The one port to use; without it the stored one or any free one. */
  port: number | undefined
  timeoutMs: number
}

const largestLogBytes = 10_000_000

const portTaken = (port: number): FlowError =>
  new FlowError({
    code: 'FLOW_DATABASE_PORT_TAKEN',
    message: `Port ${port} of 127.0.0.1, asked for the embedded Postgres, is in use by another program.`,
    hint: 'Stop that program, or give another port, or none to have a free one chosen.',
    details: { port },
  })

const startFailed = (files: ClusterFiles, report: string): FlowError =>
  new FlowError({
    code: 'FLOW_DATABASE_START_FAILED',
    message: `The embedded Postgres did not start: ${report.trim().slice(-800)}`,
    hint: `Its log is ${files.log}.`,
  })

const writeAs = async (file: string, text: string, account: Account | undefined): Promise<void> => {
  await writeFile(file, text, { mode: 0o600 })
  if (account !== undefined) await chown(file, account.uid, account.gid)
}

const logSize = async (file: string): Promise<number> =>
  (await stat(file).catch(() => undefined))?.size ?? 0

const rotateLog = async (file: string): Promise<void> => {
  if ((await logSize(file)) > largestLogBytes) await rename(file, `${file}.old`)
}

const readFrom = async (file: string, offset: number): Promise<string> => {
  const handle = await open(file).catch(() => undefined)
  if (handle === undefined) return ''
  try {
    const { buffer, bytesRead } = await handle.read({ position: offset })
    return buffer.subarray(0, bytesRead).toString()
  } finally {
    await handle.close()
  }
}

type Outcome = { kind: 'started' | 'port-taken' | 'predecessor-ending' | 'failed'; report: string }

const classify = (report: string): Outcome['kind'] => {
  if (/could not bind|Address already in use|could not create any TCP/.test(report)) {
    return 'port-taken'
  }
  // After a kill the server's children need a moment to notice; until then the folder is theirs.
  if (/pre-existing shared memory block|"postmaster.pid" already exists/.test(report)) {
    return 'predecessor-ending'
  }
  return 'failed'
}

const attempt = async (options: StartServerOptions, port: number): Promise<Outcome> => {
  const { files, binaries, account, settings, timeoutMs } = options
  const text = serverSettings({ port, overrides: settings })
  await writeAs(join(files.data, settingsFile), text, account)
  const offset = await logSize(files.log)
  const seconds = String(Math.ceil(timeoutMs / 1000))
  const { exitCode, output } = await runTool({
    file: join(binaries.binDir, 'pg_ctl'),
    args: ['start', '-w', '-s', '-t', seconds, '-D', files.data, '-l', files.log],
    account,
    cwd: files.folder,
  })
  if (exitCode === 0) return { kind: 'started', report: '' }
  const report = `${output}${await readFrom(files.log, offset)}`
  return { kind: classify(report), report }
}

/**
 * Starts the server and returns its port. It outlives this process if that is killed, and is then found
 * and used again.
 *
 * @throws FLOW_DATABASE_PORT_TAKEN only for a fixed port; FLOW_DATABASE_START_FAILED.
 */
export const startServer = async (options: StartServerOptions): Promise<number> => {
  const { files, account, port: fixedPort, timeoutMs } = options
  const deadline = Date.now() + timeoutMs
  await rotateLog(files.log)
  for (;;) {
    const port = fixedPort ?? (await choosePort(files.port))
    if (fixedPort !== undefined && !(await isPortFree(fixedPort))) throw portTaken(fixedPort)
    const { kind, report } = await attempt(options, port)
    if (kind === 'started') {
      await writeAs(files.port, `${port}\n`, account)
      return port
    }
    if (kind === 'port-taken' && fixedPort !== undefined) throw portTaken(fixedPort)
    if (kind === 'failed' || Date.now() > deadline) throw startFailed(files, report)
    await delay(100)
  }
}

export const readPassword = async (files: ClusterFiles): Promise<string> =>
  (await readFile(files.password, 'utf8')).trim()
