import { startEmbeddedPostgres } from '../../../src/database/embedded/startEmbeddedPostgres.ts'

// A process of its own for tests that kill it: starts a server on the folder given and says where it is.
const quiet = (): void => undefined
const dataDir = process.argv[2]
if (dataDir === undefined) throw new Error('usage: startAndHang.ts FOLDER')
const server = await startEmbeddedPostgres({
  dataDir,
  logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  settings: { fsync: false },
})
process.stdout.write(`${server.url}\n`)
setInterval(quiet, 1_000)
