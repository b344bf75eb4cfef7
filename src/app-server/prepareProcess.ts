import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ResolvedDatabase, resolveDatabase } from '../database/resolveDatabase.ts'
import type { Logger } from '../kernel/logger.ts'
import type { AppEnvironment, Role } from './appEnvironment.ts'
import { readLocalSecrets } from './localSecrets.ts'
import { projectDir } from './projectDir.ts'
import { readAppEnvironment } from './readAppEnvironment.ts'

/** What every program on the application's own database begins with. */
export type PreparedProcess = { environment: AppEnvironment; database: ResolvedDatabase }

/** Variables that are set already win over the file. */
const loadEnvFile = (logger: Logger): void => {
  const file = join(projectDir, '.env')
  if (!existsSync(file)) return
  if (typeof process.loadEnvFile === 'function') process.loadEnvFile(file)
  else logger.warn({ msg: 'this Node is too old to read .env: use 20.12 or newer' })
}

/** What the modules of the application read from `process.env` while they load. */
const completeEnvironment = async (
  environment: AppEnvironment,
  databaseUrl: string,
): Promise<void> => {
  const { payloadSecret, encryptionKeys } = environment
  const local =
    payloadSecret === undefined || encryptionKeys === undefined
      ? await readLocalSecrets(environment.dataDir)
      : undefined
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: payloadSecret ?? local?.payloadSecret,
    FLOWMASTERS_ENCRYPTION_KEYS: encryptionKeys ?? local?.encryptionKeys,
    FLOWMASTERS_DATA_DIR: environment.dataDir,
    FLOWMASTERS_ROLE: environment.role,
  })
}

/**
 * Reads `.env` and the environment, finds or starts the database, and completes `process.env` for the modules that read
 * it while they load: import those afterwards. `role` goes before FLOWMASTERS_ROLE. The caller stops the database.
 *
 * @throws what reading the environment, the database and the local secrets throw.
 */
export const prepareProcess = async ({
  role,
  logger,
}: {
  role?: Role | undefined
  logger: Logger
}): Promise<PreparedProcess> => {
  loadEnvFile(logger)
  const environment = readAppEnvironment({
    env: { ...process.env, ...(role === undefined ? {} : { FLOWMASTERS_ROLE: role }) },
    baseDir: projectDir,
  })
  const { databaseUrl, dataDir } = environment
  const database = await resolveDatabase({ databaseUrl, dataDir, logger })
  try {
    await completeEnvironment(environment, database.url)
  } catch (error) {
    await database.stop()
    throw error
  }
  return { environment, database }
}
