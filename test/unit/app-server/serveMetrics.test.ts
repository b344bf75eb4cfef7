import { afterEach, describe, expect, test } from '@jest/globals'

import { serveMetrics } from '../../../src/app-server/serveMetrics.ts'
import type { WebServer } from '../../../src/app-server/serveRequests.ts'

const metrics = { contentType: 'text/plain', text: async () => 'flowmasters_up 1\n' }
const TOKEN = 'a-token-for-prometheus'

let server: WebServer | undefined
afterEach(async () => server?.stop())

async function ask(
  path: string,
  authorization?: string,
): Promise<{ status: number; text: string }> {
  const answer = await fetch(`http://127.0.0.1:${server?.port}${path}`, {
    headers: authorization === undefined ? {} : { authorization },
  })
  return { status: answer.status, text: await answer.text() }
}

describe('a worker without a web server', () => {
  test('says that it lives, to anybody', async () => {
    server = await serveMetrics({ port: 0, token: undefined, metrics })
    expect(await ask('/live')).toEqual({ status: 200, text: 'ok' })
  })

  test('shows its metrics for the token only, and not at all when there is none', async () => {
    server = await serveMetrics({ port: 0, token: TOKEN, metrics })
    expect(await ask('/metrics', `Bearer ${TOKEN}`)).toEqual({
      status: 200,
      text: 'flowmasters_up 1\n',
    })
    expect((await ask('/metrics', 'Bearer wrong')).status).toBe(401)
    expect((await ask('/metrics')).status).toBe(401)
    await server.stop()
    server = await serveMetrics({ port: 0, token: undefined, metrics })
    expect((await ask('/metrics', 'Bearer undefined')).status).toBe(404)
  })
})
