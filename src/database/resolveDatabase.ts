import { join } from 'node:path'
import { FlowError } from '../kernel/flowError.ts'
import type { Logger } from '../kernel/logger.ts'
import { createDatabase } from './createDatabase.ts'
import { startEmbeddedPostgres } from './embedded/startEmbeddedPostgres.ts'
import { waitForDatabase } from './waitForDatabase.ts'

/** The database the application works with. */
export type ResolvedDatabase = {
  url: string
  isEmbedded: boolean
  /** Stops what was started for it; a server of the user's own is left alone. May be called again. */
  stop: () => Promise<void>
}

const parseUrl = (url: string): URL => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed !== undefined && /^postgres(ql)?:$/.test(parsed.protocol)) return parsed
  throw new FlowError({
    code: 'FLOW_DATABASE_URL_INVALID',
    message: 'DATABASE_URL is not a Postgres connection string.',
    hint: 'It looks like postgresql://user:password@host:5432/name. Unset it to use the embedded Postgres.',
  })
}

/** A fresh server has no database of ours yet; an account that may not create it gets the first error. */
const createWhenMissing = async (url: URL, missing: unknown): Promise<void> => {
  const adminUrl = new URL(url)
  adminUrl.pathname = '/postgres'
  const name = decodeURIComponent(url.pathname.slice(1))
  await createDatabase({ adminUrl: adminUrl.href, name }).catch(() => {
    throw missing
  })
}

const awaitServer = async (given: string, waitMs: number, logger: Logger): Promise<void> => {
  const url = parseUrl(given)
  try {
    await waitForDatabase({ url: given, timeoutMs: waitMs, logger })
  } catch (error) {
    if (!(error instanceof FlowError) || error.code !== 'FLOW_DATABASE_MISSING') throw error
    await createWhenMissing(url, error)
    await waitForDatabase({ url: given, timeoutMs: waitMs, logger })
  }
}

/**
 * A server of the user's own when `databaseUrl` is given, which may take `waitMs` milliseconds to come up
 * (its database is created when missing); else the embedded one in `<dataDir>/postgres`.
 *
 * @throws FLOW_DATABASE_URL_INVALID, and what {@link waitForDatabase} and {@link startEmbeddedPostgres} throw.
 */
export const resolveDatabase = async ({
  databaseUrl,
  dataDir,
  logger,
  waitMs = 30_000,
}: {
  databaseUrl: string | undefined
  dataDir: string
  logger: Logger
  waitMs?: number
}): Promise<ResolvedDatabase> => {
  if (databaseUrl !== undefined) {
    await awaitServer(databaseUrl, waitMs, logger)
    return { url: databaseUrl, isEmbedded: false, stop: async () => undefined }
  }
  const embedded = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), logger })
  return { url: embedded.url, isEmbedded: true, stop: () => embedded.stop() }
}
