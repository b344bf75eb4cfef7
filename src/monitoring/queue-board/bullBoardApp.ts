import { readFile } from 'node:fs/promises'
import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { HonoAdapter } from '@bull-board/hono'
import { Hono } from 'hono'
import { serveStatic } from 'hono/serve-static'

import type { OpenQueues } from '../../queue/openQueues.ts'

/**
 * Everything comes from the board itself: its page would load fonts from another company, which would learn who looks
 * at which queue.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** Where the adapter says its files are. */
type StaticFiles = { root?: string; rewriteRequestPath?: (path: string) => string }

/** Bull Board as a function from request to answer, below `basePath`. Nothing in it changes a queue. */
export function bullBoardApp({
  basePath,
  queues,
}: {
  basePath: string
  queues: OpenQueues['queues']
}): (request: Request) => Promise<Response> {
  const adapter = new HonoAdapter(({ rewriteRequestPath, root }: StaticFiles) =>
    serveStatic({
      root: root ?? '.',
      ...(rewriteRequestPath ? { rewriteRequestPath } : {}),
      getContent: readIfThere,
    }),
  )
  adapter.setBasePath(basePath)
  createBullBoard({
    // Rows are the truth: what was changed here would come back, or be told to nobody's log.
    queues: queues.map(({ queue }) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'FlowMasters' } },
  })
  const app = new Hono()
  app.route(basePath, adapter.registerPlugin())
  return async (request) => {
    const answer = await app.fetch(request)
    const { body, headers, status } = answer
    const kept = new Headers(headers)
    kept.set('content-security-policy', contentSecurityPolicy)
    // For one person and one moment, but for the files, whose names change with them.
    const isFile = new URL(request.url).pathname.startsWith(`${basePath}/static/`)
    kept.set('cache-control', isFile && status === 200 ? 'private, max-age=86400' : 'no-store')
    return new Response(body, { headers: kept, status })
  }
}

async function readIfThere(path: string): Promise<ArrayBuffer | null> {
  try {
    const { buffer, byteLength, byteOffset } = await readFile(path)
    return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR') return null
    throw error
  }
}
