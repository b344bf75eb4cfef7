import { setTimeout as delay } from 'node:timers/promises'
import { FlowError } from '../kernel/flowError.ts'
import type { Logger } from '../kernel/logger.ts'
import { describeDatabase } from './describeDatabase.ts'
import { errorCode } from '../kernel/errorCode.ts'
import { errorMessage } from './errorMessage.ts'
import { withClient } from './withClient.ts'

const oldestVersion = 13
const logEveryMs = 5_000

/** Waiting does not mend these: wrong password, not allowed, no such database. */
const finalCodes = new Set(['28P01', '28000', '3D000'])

const askVersion = (url: string, timeoutMs: number): Promise<number> =>
  withClient({
    url,
    timeoutMs,
    work: async (client) => {
      const { rows } = await client.query<{ version: string }>(
        "select current_setting('server_version_num') as version",
      )
      return Math.floor(Number(rows[0]?.version) / 10_000)
    },
  })

const refused = (url: string, cause: unknown): FlowError =>
  errorCode(cause) === '3D000'
    ? new FlowError({
        code: 'FLOW_DATABASE_MISSING',
        message: `There is no such database on the server: ${describeDatabase(url)}.`,
        hint: 'Create it, or correct the name at the end of DATABASE_URL.',
        cause,
      })
    : new FlowError({
        code: 'FLOW_DATABASE_ACCESS_DENIED',
        message: `${describeDatabase(url)} refused the log-in: ${errorMessage(cause)}.`,
        hint: 'Correct user and password in DATABASE_URL.',
        cause,
      })

const unreachable = (url: string, timeoutMs: number, cause: unknown): FlowError =>
  new FlowError({
    code: 'FLOW_DATABASE_UNREACHABLE',
    message: `${describeDatabase(url)} did not answer within ${Math.round(timeoutMs / 1000)} s: ${errorMessage(cause)}.`,
    hint: 'Start the database server or correct DATABASE_URL; unset it to use the embedded one.',
    cause,
  })

/** Whether waiting may help; if not, the error that says why. */
const finalError = (url: string, cause: unknown): FlowError | undefined => {
  if (cause instanceof FlowError) return cause
  return finalCodes.has(errorCode(cause) ?? '') ? refused(url, cause) : undefined
}

const refuseOldServer = (url: string, version: number): void => {
  if (version >= oldestVersion) return
  throw new FlowError({
    code: 'FLOW_DATABASE_TOO_OLD',
    message: `${describeDatabase(url)} is Postgres ${version}; ${oldestVersion} or newer is needed.`,
    hint: 'Upgrade the server, or unset DATABASE_URL to use the embedded one.',
  })
}

/**
 * Resolves when a real query has been answered.
 *
 * @throws FLOW_DATABASE_UNREACHABLE after `timeoutMs` milliseconds; at once FLOW_DATABASE_ACCESS_DENIED,
 *   FLOW_DATABASE_MISSING and FLOW_DATABASE_TOO_OLD.
 */
export const waitForDatabase = async ({
  url,
  timeoutMs,
  logger,
}: {
  url: string
  timeoutMs: number
  logger: Logger
}): Promise<void> => {
  const startedAt = Date.now()
  let loggedAt = startedAt - logEveryMs
  for (;;) {
    const elapsedMs = Date.now() - startedAt
    try {
      return refuseOldServer(url, await askVersion(url, Math.max(1_000, timeoutMs - elapsedMs)))
    } catch (cause) {
      const final = finalError(url, cause)
      if (final !== undefined) throw final
      if (Date.now() - startedAt >= timeoutMs) throw unreachable(url, timeoutMs, cause)
      if (Date.now() - loggedAt >= logEveryMs) {
        loggedAt = Date.now()
        logger.info({ msg: `waiting for ${describeDatabase(url)}: ${errorMessage(cause)}` })
      }
      await delay(100)
    }
  }
}
