import { describe } from '@jest/globals'
import { findRedisServer } from './findRedisServer.ts'

const isAvailable = findRedisServer() !== undefined || process.env['REDIS_URL'] !== undefined

/**
 * `describe` for tests that need Redis. Without one they are reported as skipped, each by its name; with
 * FLOWMASTERS_REQUIRE_REDIS=1 that is an error, so that a build cannot pass by leaving them out.
 */
export const describeWithRedis = (title: string, body: () => void): void => {
  if (!isAvailable && process.env['FLOWMASTERS_REQUIRE_REDIS'] === '1') {
    throw new Error('FLOWMASTERS_REQUIRE_REDIS=1, but there is no redis-server and no REDIS_URL')
  }
  const suite = isAvailable ? describe : describe.skip
  suite(title, body)
}
