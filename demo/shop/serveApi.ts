import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { handleEndpoints, type SanitizedConfig } from 'payload'

import { createGraphqlRoute } from './graphqlRoute.ts'

/** The REST and GraphQL API of a booted Payload on a free port of loopback, without Next and its pages. */
export async function serveApi(
  config: SanitizedConfig,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const runGraphql = createGraphqlRoute(config)
  const route = (request: Request): Promise<Response> =>
    new URL(request.url).pathname === '/api/graphql'
      ? runGraphql(request)
      : handleEndpoints({ config, request })

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing, route).catch((error: unknown) => {
      outgoing.writeHead(500).end(String(error))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  route: (request: Request) => Promise<Response>,
): Promise<void> {
  const response = await route(await toRequest(incoming))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, [value].flat().join(', '))
  }
  return new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method: incoming.method ?? 'GET',
    headers,
    ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
  })
}
