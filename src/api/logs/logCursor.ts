import { FlowError } from '../../kernel/flowError.ts'

/** Where a page ended: the last row's time and id, which together order the log. */
export type LogCursor = { createdAt: string; id: string }

/** Text for an address; nobody but {@link readLogCursor} looks inside. */
export function writeLogCursor({ createdAt, id }: LogCursor): string {
  return Buffer.from(JSON.stringify([createdAt, id])).toString('base64url')
}

/** Throws FLOW_API_INPUT_INVALID for anything {@link writeLogCursor} did not write. */
export function readLogCursor(text: string): LogCursor {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const [createdAt, id] = Array.isArray(parts) ? parts : []
    if (typeof id === 'string' && typeof createdAt === 'string') {
      return { createdAt: new Date(createdAt).toISOString(), id }
    }
  } catch {
    // Falls through to the one answer for everything unreadable.
  }
  throw new FlowError({
    code: 'FLOW_API_INPUT_INVALID',
    message: 'the query cannot be used: after: is not a cursor',
    hint: 'Take `nextCursor` of the page before.',
    status: 400,
    details: { issues: [{ field: 'after', message: 'is not a cursor' }] },
  })
}
