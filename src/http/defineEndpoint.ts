import type { Access, Endpoint, Payload, PayloadRequest } from 'payload'
import * as z from 'zod'

import type { RateLimit } from '../rate-limit/rateLimiter.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import { getRuntime } from '../runtime/getRuntime.ts'
import { clientAddress } from './clientAddress.ts'
import { assertAccess } from './endpointAccess.ts'
import { errorResponse } from './errorResponse.ts'
import { parseInput } from './parseInput.ts'
import { readJsonBody } from './readJsonBody.ts'

/** What a handler works with; everything in it has been checked. */
export type EndpointInput<Query, Body> = {
  req: PayloadRequest
  payload: Payload
  runtime: FlowRuntime
  /** A part of the path, such as `:id`. */
  param: (name: string) => string
  query: Query
  body: Body
}

/** One endpoint below /api. */
export type EndpointOptions<Query, Body> = {
  method: 'get' | 'head' | 'post' | 'patch' | 'delete'
  path: `/${string}`
  access: Access | 'public'
  /** Per account, or per address of a visitor. Every endpoint that strangers reach needs one. */
  limit?: RateLimit
  query?: z.ZodType<Query>
  body?: z.ZodType<Body>
  /** @default 64 KiB */
  maxBodyBytes?: number
  handle: (input: EndpointInput<Query, Body>) => Promise<Response>
}

const smallBodyBytes = 64 * 1024
const pathPart = z.string().refine((part) => !part.includes('\0'), { error: 'is not an id' })

/**
 * Access first, then query and body, then the handler; whatever is thrown becomes a JSON answer. An endpoint has no
 * transaction unless it opens one.
 */
export function defineEndpoint<Query = undefined, Body = undefined>(
  options: EndpointOptions<Query, Body>,
): Endpoint {
  const { access, method, path } = options
  return {
    method,
    path,
    handler: async (req) => {
      try {
        if (access !== 'public') await assertAccess(access, req)
        const runtime = getRuntime(req.payload)
        if (options.limit) await runtime.limiter.consume(options.limit, callerOf(req))
        return await options.handle({
          req,
          payload: req.payload,
          runtime,
          param: (name) => parseInput(pathPart, req.routeParams?.[name], 'path'),
          query: options.query
            ? parseInput(options.query, queryOf(req), 'query')
            : (undefined as Query),
          body: options.body ? await bodyOf(options.body, req, options) : (undefined as Body),
        })
      } catch (error) {
        return errorResponse(error, {
          logger: req.payload.logger,
          route: `${method.toUpperCase()} ${path}`,
        })
      }
    },
  }
}

function callerOf(req: PayloadRequest): string {
  return req.user ? `user:${req.user.id}` : `address:${clientAddress(req)}`
}

async function bodyOf<Body>(
  schema: z.ZodType<Body>,
  req: PayloadRequest,
  { maxBodyBytes = smallBodyBytes }: { maxBodyBytes?: number },
): Promise<Body> {
  return parseInput(schema, await readJsonBody(req, maxBodyBytes), 'body')
}

/** What Payload itself reads from every address, and form fields left empty, are not filters. */
const payloadsOwn = new Set(['depth', 'fallback-locale', 'fallbackLocale'])

function queryOf(req: PayloadRequest): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(req.query ?? {}).filter(
      ([name, value]) => value !== '' && !payloadsOwn.has(name),
    ),
  )
}
