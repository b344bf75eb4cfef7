import type { Endpoint } from 'payload'

import { defineEndpoint } from '../../src/http/defineEndpoint.ts'

/**
 * Answers HEAD beside a GET that letters link to: programs that check links ask this way first, and take no answer
 * for a dead link. It does nothing else.
 */
export function headOf(path: `/${string}`): Endpoint {
  return defineEndpoint({
    method: 'head',
    path,
    access: 'public',
    handle: async () =>
      new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } }),
  })
}
