import { defineEndpoint } from '../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../src/http/jsonResponse.ts'

/**
 * `POST /api/users/activity`: a page tells that its signed-in reader is there, for sites whose pages come from a cache. Being
 * signed in is what is noted, as with every request; no body is read, so `navigator.sendBeacon` works.
 */
export const activityBeacon = defineEndpoint({
  method: 'post',
  path: '/activity',
  access: ({ req }) => Boolean(req.user),
  handle: async () => jsonResponse({ ok: true }),
})
