import { configToSchema } from '@payloadcms/graphql'
import { graphql } from 'graphql'
import { createPayloadRequest, type SanitizedConfig } from 'payload'

import type { RestOptions } from './restClient.ts'

/** What a GraphQL operation gave. */
export type GraphqlAnswer = {
  data: Record<string, unknown> | null
  /** The messages of the errors, and of the field errors inside them. */
  errors: string[]
}

/** `query('mutation { createOrder(...) { id } }', { user })`: one GraphQL operation. */
export type Graphql = (source: string, options?: RestOptions) => Promise<GraphqlAnswer>

/** The GraphQL API of a booted Payload without a server: its schema, executed for a request of its own. */
export function createGraphqlClient(config: SanitizedConfig, cacheKey: string): Graphql {
  // Most tests never ask; to build the schema of every collection takes a second.
  let made: ReturnType<typeof configToSchema> | undefined
  return async (source, { user, headers = {} } = {}) => {
    const request = new Request('http://localhost:3000/api/graphql', {
      method: 'POST',
      headers: { ...(user ? { authorization: `JWT ${user.token}` } : {}), ...headers },
    })
    const req = await createPayloadRequest({ config, payloadInstanceCacheKey: cacheKey, request })
    req.payloadAPI = 'GraphQL'
    made ??= configToSchema(config)
    const { schema } = made
    const result = await graphql({ schema, source, contextValue: { headers: {}, req } })
    return {
      data: result.data ? { ...result.data } : null,
      errors: (result.errors ?? []).map(({ message, originalError }) =>
        [message, JSON.stringify(dataOf(originalError))].join(' '),
      ),
    }
  }
}

function dataOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'data' in error ? error.data : undefined
}
