import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import * as z from 'zod'
import { FlowError } from '../../kernel/flowError.ts'
import type { Logger } from '../../kernel/logger.ts'
import type { Account } from './account.ts'
import { runTool, type ToolResult } from './runTool.ts'

export type Binaries = { binDir: string; majorVersion: number }

const linkList = z.array(z.object({ source: z.string(), target: z.string() }))

/** The package's install script makes these links; package managers often do not run install scripts. */
const restoreLinks = async (nativeDir: string): Promise<void> => {
  const listFile = join(nativeDir, 'pg-symlinks.json')
  if (!existsSync(listFile)) return
  const packageDir = dirname(nativeDir)
  for (const link of linkList.parse(JSON.parse(await readFile(listFile, 'utf8')))) {
    const target = join(nativeDir, relative('native', link.target))
    if (existsSync(target)) continue
    await symlink(relative(dirname(target), join(packageDir, link.source)), target).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      },
    )
  }
}

const restoreModes = async (nativeDir: string): Promise<void> => {
  if (process.platform === 'win32') return
  const binDir = join(nativeDir, 'bin')
  for (const name of await readdir(binDir)) await chmod(join(binDir, name), 0o755)
}

const askVersion = async (
  nativeDir: string,
  account: Account | undefined,
): Promise<ToolResult & { majorVersion: number | undefined }> => {
  const file = join(nativeDir, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres')
  const cwd = process.platform === 'win32' ? nativeDir : '/'
  const result = await runTool({ file, args: ['--version'], account, cwd }).catch(
    (error: Error): ToolResult => ({ exitCode: 1, output: error.message }),
  )
  const major = /PostgreSQL\) (\d+)/.exec(result.output)?.[1]
  return { ...result, majorVersion: result.exitCode === 0 && major ? Number(major) : undefined }
}

/** A copy is complete or absent: it gets its name only when every file is in place. */
const copyBinaries = async (nativeDir: string, copiesDir: string): Promise<string> => {
  const manifest = await readFile(join(dirname(nativeDir), 'package.json'), 'utf8')
  const { name, version } = z
    .object({ name: z.string(), version: z.string() })
    .parse(JSON.parse(manifest))
  const copyDir = join(copiesDir, `postgres-${basename(name)}-${version}`)
  const copiedNative = join(copyDir, 'native')
  if (existsSync(copiedNative)) return copiedNative
  await mkdir(copiesDir, { recursive: true, mode: 0o755 })
  const draft = await mkdtemp(`${copyDir}-`)
  await chmod(draft, 0o755)
  await cp(nativeDir, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  await rename(draft, copyDir).catch(async (error: NodeJS.ErrnoException) => {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(copiedNative)) throw error
  })
  return copiedNative
}

/**
 * Makes the installed binaries runnable by `account`: restores links and modes and, where that account
 * cannot reach them or they cannot be repaired in place, copies them below `copiesDir`.
 *
 * @throws FLOW_DATABASE_BINARIES_BROKEN when they still do not run.
 */
export const prepareBinaries = async ({
  nativeDir,
  copiesDir,
  account,
  logger,
}: {
  nativeDir: string
  copiesDir: string
  account: Account | undefined
  logger: Logger
}): Promise<Binaries> => {
  const repair = async (folder: string): Promise<void> => {
    await restoreLinks(folder)
    await restoreModes(folder)
  }
  // A read-only node_modules is fine as long as the programs run as they are.
  await repair(nativeDir).catch((error: Error) => logger.debug({ msg: error.message }))
  const inPlace = await askVersion(nativeDir, account)
  if (inPlace.majorVersion !== undefined) {
    return { binDir: join(nativeDir, 'bin'), majorVersion: inPlace.majorVersion }
  }
  const copy = await copyBinaries(nativeDir, copiesDir)
  await repair(copy)
  logger.info({ msg: `Postgres binaries were not usable in place; running a copy from ${copy}` })
  const { majorVersion, output } = await askVersion(copy, account)
  if (majorVersion !== undefined) return { binDir: join(copy, 'bin'), majorVersion }
  throw new FlowError({
    code: 'FLOW_DATABASE_BINARIES_BROKEN',
    message: `The embedded Postgres does not run on this machine: ${output.trim().slice(0, 500)}`,
    hint: 'It needs glibc (Debian, Ubuntu, Fedora; not Alpine). Otherwise set DATABASE_URL.',
  })
}
