import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Logger } from '../../kernel/logger.ts'
import { isProcessAlive } from './isProcessAlive.ts'
import { runTool } from './runTool.ts'

export type Postmaster = { pid: number; port: number }

const readPostmaster = (dataDir: string): Postmaster | undefined => {
  const file = join(dataDir, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  return { pid: Number.parseInt(pid ?? '', 10), port: Number.parseInt(port ?? '', 10) }
}

const programOf = async (pid: number): Promise<string | undefined> => {
  if (process.platform === 'win32') return 'postgres'
  const args = ['-p', String(pid), '-o', 'comm=']
  const result = await runTool({ file: 'ps', args, account: undefined, cwd: '/' }).catch(
    () => undefined,
  )
  return result?.exitCode === 0 ? basename(result.output.trim()) : undefined
}

/** Numbers are reused, above all in restarted containers: is it a server, and of this very folder? */
const isServerOf = async (pid: number, dataDir: string): Promise<boolean> => {
  if (pid === process.pid) return false
  if (process.platform !== 'linux') return (await programOf(pid)) === 'postgres'
  try {
    const program = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    return program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir)
  } catch {
    // Not ours to look at: somebody else's process cannot serve a folder only we may open.
    return false
  }
}

/**
 * The server that is running on this folder, if one is. A postmaster.pid whose number now belongs to
 * another program is removed, because Postgres would take that program for a running server and refuse;
 * one whose process is gone is left for Postgres, which copes by itself.
 */
export const findPostmaster = async ({
  dataDir,
  logger,
}: {
  dataDir: string
  logger: Logger
}): Promise<Postmaster | undefined> => {
  const postmaster = readPostmaster(dataDir)
  if (postmaster === undefined) return undefined
  if (!isProcessAlive(postmaster.pid)) return undefined
  if (await isServerOf(postmaster.pid, dataDir)) return postmaster
  logger.warn({
    msg: `removing a stale postmaster.pid: process ${postmaster.pid} is no Postgres of ours`,
  })
  rmSync(join(dataDir, 'postmaster.pid'), { force: true })
  return undefined
}
