import { afterAll, beforeAll, describe, test } from '@jest/globals'

import { createTableFeed } from '../../../src/queue/tableFeed.ts'
import { feedContract } from '../../../src/testing/feedContract.ts'
import { type EngineDatabase, openEngineDatabase } from '../../support/engine/openEngineDatabase.ts'
import { openFeedStage } from './openFeedStage.ts'

let engine: EngineDatabase
beforeAll(async () => {
  engine = await openEngineDatabase()
}, 300_000)
afterAll(async () => engine.close())

feedContract({
  name: 'table',
  describe,
  test,
  arrange: () =>
    openFeedStage(engine, { createFeed: createTableFeed, forget: async () => undefined }),
})
