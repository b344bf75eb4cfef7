import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

import { clusterFiles } from '../../../src/database/embedded/clusterFiles.ts'
import { currentPlace } from '../../../src/database/embedded/placeCluster.ts'

/** Runs SQL in the application's embedded database, past Payload and its hooks, as a person with psql would. */
export async function pastPayload(dataDir: string, text: string): Promise<void> {
  const files = clusterFiles(await currentPlace(join(dataDir, 'postgres')))
  const password = (await readFile(files.password, 'utf8')).trim()
  const port = (await readFile(files.port, 'utf8')).trim()
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port: Number(port), password },
    ...{ user: 'flowmasters', database: 'flowmasters' },
  })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
