import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from '../../kernel/logger.ts'
import type { Account } from './account.ts'
import { runTool } from './runTool.ts'

const userName = 'postgres'
const nobody: Account = { uid: 65534, gid: 65534, name: 'nobody' }

const readAccount = (name: string): Account | undefined => {
  if (!existsSync('/etc/passwd')) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined || Number(uid) === 0) return undefined
  return { uid: Number(uid), gid: Number(gid), name }
}

/** Data written by somebody keeps its owner, or a later start as that user would find it locked. */
const ownerOf = (clusterDir: string): Account | undefined => {
  const versionFile = join(clusterDir, 'data', 'PG_VERSION')
  if (!existsSync(versionFile)) return undefined
  const { uid, gid } = statSync(versionFile)
  return uid === 0 ? undefined : { uid, gid, name: `uid ${uid}` }
}

const createAccount = async (logger: Logger): Promise<Account | undefined> => {
  const args = ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', userName]
  const result = await runTool({ file: 'useradd', args, account: undefined, cwd: '/' }).catch(
    () => undefined,
  )
  const account = result?.exitCode === 0 ? readAccount(userName) : undefined
  if (account !== undefined) logger.info({ msg: `created the system user ${userName}` })
  return account
}

/**
 * Postgres refuses to run as root. For root this names another account: the owner of the data, the user
 * `postgres` (created when missing), or `nobody`. For everybody else: `undefined`, no change of account.
 */
export const findAccount = async ({
  clusterDir,
  logger,
}: {
  clusterDir: string
  logger: Logger
}): Promise<Account | undefined> => {
  if (process.getuid?.() !== 0) return undefined
  return (
    ownerOf(clusterDir) ??
    readAccount(userName) ??
    (await createAccount(logger)) ??
    readAccount('nobody') ??
    nobody
  )
}
