import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startTestPostgres, type TestPostgres } from './startTestPostgres.ts'
import { testServicesVariable } from './testServicesVariable.ts'

export type TestServices = { stop: () => Promise<void> }

/**
 * Lives in Jest's parent process for the whole run and starts ONE Postgres when the first test asks for
 * it, so that a run of unit tests waits for none. Tests find it through an environment variable.
 */
export const startTestServices = async (): Promise<TestServices> => {
  let postgres: Promise<TestPostgres> | undefined
  const server = createServer((_request, response) => {
    postgres ??= startTestPostgres()
    postgres.then(
      ({ adminUrl }) => response.end(adminUrl),
      (error: unknown) => {
        response.statusCode = 500
        response.end(error instanceof Error ? (error.stack ?? error.message) : String(error))
      },
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // It must never be what keeps a run alive.
  server.unref()
  const { port } = server.address() as AddressInfo
  process.env[testServicesVariable] = `http://127.0.0.1:${port}/postgres`
  return {
    stop: async () => {
      server.close()
      const running = await postgres?.catch(() => undefined)
      await running?.stop()
    },
  }
}
