import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { access, chmod, chown, constants, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { FlowError } from '../../kernel/flowError.ts'
import type { Logger } from '../../kernel/logger.ts'
import type { Account } from './account.ts'

/** Where root keeps what another account must reach when the project's own folder is closed to it. */
export const sharedStateDir = '/var/lib/flowmasters'

const pointerName = 'moved-to'

const notWritable = (folder: string, cause: unknown): FlowError =>
  new FlowError({
    code: 'FLOW_DATABASE_FOLDER_NOT_WRITABLE',
    message: `The database folder ${folder} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
    hint: 'Give this user the folder, or set FLOWMASTERS_DATA_DIR to another one.',
    details: { folder },
    cause,
  })

const canEnter = (folder: string, { uid, gid }: Account): boolean => {
  const { mode, uid: owner, gid: group } = statSync(folder)
  if (owner === uid) return (mode & 0o100) !== 0
  return group === gid ? (mode & 0o010) !== 0 : (mode & 0o001) !== 0
}

/** Whether every folder above `folder` lets the account through. */
export const isReachable = (folder: string, account: Account): boolean => {
  const parent = dirname(folder)
  return parent === folder || (canEnter(parent, account) && isReachable(parent, account))
}

/** Where the cluster of this folder is kept today: the folder itself unless it was moved. */
export const currentPlace = async (dataDir: string): Promise<string> => {
  const wanted = resolve(dataDir)
  const pointer = join(wanted, pointerName)
  if (!existsSync(pointer)) return wanted
  return (await readFile(pointer, 'utf8')).trim()
}

type PlaceOptions = {
  dataDir: string
  account: Account | undefined
  logger: Logger
  /** Where to go when the account cannot reach `dataDir`. */
  sharedDir: string
}

/** Root may be allowed to keep the data elsewhere; from then on the pointer decides, whoever starts. */
const chooseFolder = async (
  wanted: string,
  { account, sharedDir, logger }: Omit<PlaceOptions, 'dataDir'>,
): Promise<string> => {
  const place = await currentPlace(wanted)
  if (place !== wanted) return place
  if (account === undefined || isReachable(wanted, account)) return wanted
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  const folder = join(sharedDir, `data-${hash}`)
  await mkdir(sharedDir, { recursive: true, mode: 0o755 })
  await writeFile(join(wanted, pointerName), `${folder}\n`)
  logger.warn({
    msg: `${wanted} cannot be reached by ${account.name}, and Postgres refuses to run as root: the database is kept in ${folder}`,
  })
  return folder
}

/**
 * Creates the folder that holds the cluster, closed to everybody but its account, and returns where it
 * really is (see {@link sharedStateDir}).
 *
 * @throws FLOW_DATABASE_FOLDER_NOT_WRITABLE
 */
export const placeCluster = async ({
  dataDir,
  account,
  logger,
  sharedDir = sharedStateDir,
}: Omit<PlaceOptions, 'sharedDir'> & Partial<PlaceOptions>): Promise<string> => {
  const wanted = resolve(dataDir)
  try {
    await mkdir(wanted, { recursive: true })
    const folder = await chooseFolder(wanted, { account, sharedDir, logger })
    await mkdir(folder, { recursive: true })
    if (account !== undefined) await chown(folder, account.uid, account.gid)
    await access(folder, constants.W_OK | constants.X_OK)
    if (process.platform !== 'win32') await chmod(folder, 0o700)
    return folder
  } catch (cause) {
    throw notWritable(wanted, cause)
  }
}
