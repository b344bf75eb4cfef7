import type { Endpoint } from 'payload'
import * as z from 'zod'

import { userAgent } from '../../egress/userAgent.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { catalogueSelection, selectTypes } from '../catalogue/catalogueQuery.ts'
import { asyncApiDocument } from './asyncApiDocument.ts'

/**
 * `GET /api/events/asyncapi.json`: the catalogue as AsyncAPI 3.0, for tools that draw documentation or write receivers.
 * Takes the same `area`, `type` and `search` as the catalogue.
 */
export const getAsyncApi = ({ read }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/events/asyncapi.json',
    access: read,
    query: z.strictObject(catalogueSelection),
    handle: async ({ query, runtime }) =>
      jsonResponse(
        asyncApiDocument({
          definitions: selectTypes(runtime.catalogue, query).flatMap((found) => found.definitions),
          emittersOf: runtime.emittersOf,
          version: userAgent.split('/')[1] ?? '0',
        }),
      ),
  })
