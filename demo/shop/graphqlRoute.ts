import { configToSchema } from '@payloadcms/graphql'
import { graphql } from 'graphql'
import { createPayloadRequest, type SanitizedConfig } from 'payload'

/** `POST /api/graphql`, which Payload leaves to Next: its schema, executed for a request of its own. */
export function createGraphqlRoute(
  config: SanitizedConfig,
): (request: Request) => Promise<Response> {
  const { schema } = configToSchema(config)
  return async (request) => {
    const { query } = (await request.clone().json()) as { query: string }
    const req = await createPayloadRequest({ config, request })
    req.payloadAPI = 'GraphQL'
    const answer = await graphql({ schema, source: query, contextValue: { headers: {}, req } })
    return Response.json(answer)
  }
}
