import { FlowError } from '../kernel/flowError.ts'

/** Why a stream is not opened. */
export const inboxRefusal = {
  tooMany: (most: number) =>
    new FlowError({
      code: 'FLOW_INBOX_TOO_MANY_STREAMS',
      message: `this account already has ${most} open streams of notifications`,
      hint: 'Close some, or ask for /api/notifications/unread-count from time to time.',
      status: 429,
      details: { most, retryAfterSeconds: 30 },
    }),
  full: () =>
    new FlowError({
      code: 'FLOW_INBOX_STREAMS_FULL',
      message: 'this server has no room for another stream of notifications',
      hint: 'Ask for /api/notifications/unread-count from time to time, or start another server.',
      status: 503,
      details: { retryAfterSeconds: 30 },
    }),
  stopping: () =>
    new FlowError({
      code: 'FLOW_INBOX_STOPPING',
      message: 'this server is stopping',
      hint: 'Come back in a moment.',
      status: 503,
      details: { retryAfterSeconds: 5 },
    }),
}
