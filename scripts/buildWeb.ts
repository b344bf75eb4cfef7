import { consoleLogger } from '../src/app-server/consoleLogger.ts'
import { createShutdown } from '../src/app-server/createShutdown.ts'
import { ensureBuild } from '../src/app-server/ensureBuild.ts'
import { projectDir } from '../src/app-server/projectDir.ts'

/** `npm run build:web`: the pages an image is made with, so that its first start need not build. No database is asked. */
Object.assign(process.env, {
  NODE_ENV: 'production',
  DATABASE_URL: process.env['DATABASE_URL'] ?? 'postgresql://nobody@localhost/nothing',
  PAYLOAD_SECRET: process.env['PAYLOAD_SECRET'] ?? 'only while the pages are built',
})
const shutdown = createShutdown({
  logger: consoleLogger,
  exit: (code) => process.exit(code),
  now: Date.now,
})
await ensureBuild({ projectDir, logger: consoleLogger, shutdown })
