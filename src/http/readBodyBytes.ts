import type { PayloadRequest } from 'payload'

import { FlowError } from '../kernel/flowError.ts'

/**
 * The body as it came over the wire, which is what signatures are made of. Reads it once and no more than `maxBytes`:
 * FLOW_API_BODY_TOO_LARGE (413).
 */
export async function readBodyBytes(
  req: Pick<PayloadRequest, 'headers' | 'body'>,
  maxBytes: number,
): Promise<Buffer> {
  if (Number(req.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const stream = req.body
  if (!stream) return Buffer.alloc(0)
  const reader = (stream as ReadableStream<Uint8Array>).getReader()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      throw tooLarge(maxBytes)
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}

function tooLarge(maxBytes: number): FlowError {
  return new FlowError({
    code: 'FLOW_API_BODY_TOO_LARGE',
    message: `the body is larger than ${maxBytes} bytes`,
    status: 413,
    details: { maxBytes },
  })
}
