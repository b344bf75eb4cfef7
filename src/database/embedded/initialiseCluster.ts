import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  appendFile,
  chown,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises'
import { basename, join } from 'node:path'
import { FlowError } from '../../kernel/flowError.ts'
import type { Logger } from '../../kernel/logger.ts'
import type { Account } from './account.ts'
import type { ClusterFiles } from './clusterFiles.ts'
import type { Binaries } from './prepareBinaries.ts'
import { runTool } from './runTool.ts'

export const superuser = 'flowmasters'
export const settingsFile = 'flowmasters.conf'

type Options = {
  files: ClusterFiles
  binaries: Binaries
  account: Account | undefined
  /** Whether initdb waits until the disk has everything. Off for throw-away clusters only. */
  isDurable: boolean
  logger: Logger
}

const refuseUnknownData = async ({ files, binaries }: Options): Promise<void> => {
  const version = (await readFile(join(files.data, 'PG_VERSION'), 'utf8')).trim()
  if (Number(version) !== binaries.majorVersion) {
    throw new FlowError({
      code: 'FLOW_DATABASE_VERSION_MISMATCH',
      message: `${files.data} was written by Postgres ${version}, and this is Postgres ${binaries.majorVersion}.`,
      hint: 'Dump it with the old version and restore it, or set FLOWMASTERS_DATA_DIR to a new folder. Nothing was changed.',
      details: { folder: files.data, found: version, expected: binaries.majorVersion },
    })
  }
  if (existsSync(files.password)) return
  throw new FlowError({
    code: 'FLOW_DATABASE_PASSWORD_MISSING',
    message: `${files.data} holds a database, but its password file ${files.password} is gone.`,
    hint: 'Restore the file from a backup. Nothing was changed.',
  })
}

const refuseForeignFiles = async ({ files }: Options): Promise<void> => {
  if (!existsSync(files.data)) return
  const names = await readdir(files.data)
  if (names.length === 0) return rmdir(files.data)
  throw new FlowError({
    code: 'FLOW_DATABASE_FOLDER_INCOMPLETE',
    message: `${files.data} is neither empty nor a Postgres database (no PG_VERSION; it holds ${names.slice(0, 5).join(', ')}).`,
    hint: 'Move it away, or set FLOWMASTERS_DATA_DIR to another folder. Nothing was changed.',
    details: { folder: files.data },
  })
}

/** initdb works under a name no server ever runs on, so what is left there was never anybody's data. */
const removeDrafts = async ({ files, logger }: Options): Promise<void> => {
  const prefix = basename(files.draftPrefix)
  for (const name of await readdir(files.folder)) {
    const draft = join(files.folder, name)
    // The server writes this file when it starts on a folder; where it is, hands off.
    if (!name.startsWith(prefix) || existsSync(join(draft, 'postmaster.opts'))) continue
    logger.warn({ msg: `removing ${draft}, left by an interrupted first start` })
    await rm(draft, { recursive: true, force: true })
  }
}

const ensurePassword = async ({ files, account }: Options): Promise<void> => {
  if (!existsSync(files.password)) {
    const draft = `${files.password}.new`
    await writeFile(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
    await rename(draft, files.password)
  }
  if (account !== undefined) await chown(files.password, account.uid, account.gid)
}

const runInitdb = async (options: Options, draft: string): Promise<void> => {
  const { files, binaries, account, isDurable } = options
  const args = [
    `--pgdata=${draft}`,
    `--username=${superuser}`,
    `--pwfile=${files.password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Byte order for sorting, Unicode for case: the same on every system, and ILIKE knows Cyrillic.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(isDurable ? [] : ['--no-sync']),
  ]
  const file = join(binaries.binDir, 'initdb')
  const { exitCode, output } = await runTool({ file, args, account, cwd: files.folder })
  if (exitCode === 0) return
  throw new FlowError({
    code: 'FLOW_DATABASE_INIT_FAILED',
    message: `initdb could not create the database in ${files.folder}: ${output.trim().slice(-800)}`,
    hint: 'Check free disk space and the folder’s permissions, or set DATABASE_URL.',
  })
}

/**
 * Makes sure the folder holds a finished cluster of our version; creates it on the first start. The
 * cluster appears under its name complete or not at all, so an interrupted first start is redone.
 *
 * @throws FLOW_DATABASE_VERSION_MISMATCH, FLOW_DATABASE_PASSWORD_MISSING,
 *   FLOW_DATABASE_FOLDER_INCOMPLETE, FLOW_DATABASE_INIT_FAILED. Existing data is never touched.
 */
export const initialiseCluster = async (options: Options): Promise<void> => {
  const { files, account, logger } = options
  if (existsSync(join(files.data, 'PG_VERSION'))) return refuseUnknownData(options)
  await refuseForeignFiles(options)
  await removeDrafts(options)
  await ensurePassword(options)
  logger.info({ msg: `creating the database in ${files.folder}` })
  const draft = `${files.draftPrefix}${process.pid}`
  await mkdir(draft, { mode: 0o700 })
  if (account !== undefined) await chown(draft, account.uid, account.gid)
  await runInitdb(options, draft)
  const include = `\ninclude_if_exists = '${settingsFile}'\n`
  await appendFile(join(draft, 'postgresql.conf'), include)
  await rename(draft, files.data)
}
