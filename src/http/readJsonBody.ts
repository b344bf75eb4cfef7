import type { PayloadRequest } from 'payload'

import { FlowError } from '../kernel/flowError.ts'
import { readBodyBytes } from './readBodyBytes.ts'

/**
 * The JSON of a request, `{}` when it has no body. Throws FLOW_API_BODY_TYPE (415), FLOW_API_BODY_TOO_LARGE (413,
 * after reading no more than `maxBytes`) and FLOW_API_BODY_INVALID (400).
 */
export async function readJsonBody(req: PayloadRequest, maxBytes: number): Promise<unknown> {
  const text = (await readBodyBytes(req, maxBytes)).toString('utf8')
  if (text.trim() === '') return {}
  assertJsonType(req)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new FlowError({
      code: 'FLOW_API_BODY_INVALID',
      message: 'the body is not JSON',
      status: 400,
      cause,
    })
  }
}

/** A page of another site can make a browser post text, but not JSON, without asking first. */
function assertJsonType(req: PayloadRequest): void {
  const type = (req.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type === 'application/json') return
  throw new FlowError({
    code: 'FLOW_API_BODY_TYPE',
    message: 'the body must be JSON',
    hint: 'Send the header "Content-Type: application/json".',
    status: 415,
  })
}
