import { buildConfig } from 'payload'

import { applicationConfigFrom } from '../config/applicationConfigFrom.ts'
import { closePayload } from '../src/app-server/closePayload.ts'
import { consoleLogger } from '../src/app-server/consoleLogger.ts'
import { prepareProcess } from '../src/app-server/prepareProcess.ts'
import { startPayload } from '../src/app-server/startPayload.ts'
import { seedShop } from './seedShop.ts'
import { createTimeline } from './support/createTimeline.ts'
import { harvestTable } from './support/harvestTable.ts'

/** How the seed is run. */
export type RunSeedOptions = {
  /** Seed a database that holds somebody's work already. */
  isForced: boolean
  write: (line: string) => void
}

/**
 * Seeds the application's own database, whether the application runs or not.
 * @throws FlowError FLOW_SEED_FOREIGN_DATA, and what starting the application throws.
 */
export async function runSeed({ isForced, write }: RunSeedOptions): Promise<void> {
  const startedAt = Date.now()
  const logger = consoleLogger
  const { database, environment } = await prepareProcess({ logger })
  try {
    const timeline = createTimeline()
    const config = buildConfig(
      applicationConfigFrom({ env: process.env, argv: process.argv, clock: timeline.clock }),
    )
    const payload = await startPayload({ config, environment, databaseUrl: database.url, logger })
    try {
      const isMailKept = environment.smtpUrl === undefined
      const result = await seedShop({ payload, timeline, isMailKept, isForced, say: write })
      write(`\n${harvestTable(result)}`)
      for (const { email, password, role } of result.access) {
        write(`${role} ${email}, password (shown only this once): ${password}`)
      }
      if (!result.isDelivered) write('Some events still wait; "npm start" delivers them.')
      write(`${result.made.length} made in ${((Date.now() - startedAt) / 1_000).toFixed(1)} s.`)
    } finally {
      await closePayload(payload)
    }
  } finally {
    await database.stop()
  }
}
