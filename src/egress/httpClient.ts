/** One outgoing request. Every channel serialises its own body; bytes are for what is encrypted. */
export type HttpRequest = {
  url: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers?: Record<string, string>
  body?: string | Uint8Array
  signal?: AbortSignal
  /** Whole exchange, milliseconds. @default 15000 */
  timeoutMs?: number
  /** How much of the answer is kept, bytes. @default 16384 */
  maxResponseBytes?: number
  /**
   * For files: the body of a 2xx answer is wanted byte for byte, if it has at most so many bytes. It comes in `bytes` and
   * `body` is empty; one that is longer, or declares to be, is not read to its end. Other answers are texts as ever.
   */
  bytesUpTo?: number
}

/** What came back. */
export type HttpResponse = {
  status: number
  /** Lower-case names; repeated headers are joined with ", ". */
  headers: Record<string, string>
  /** The first `maxResponseBytes` of the decoded body as UTF-8. */
  body: string
  /** The whole body, when `bytesUpTo` asked for it and it is neither longer nor compressed. */
  bytes?: Buffer
  isBodyTruncated: boolean
  durationMs: number
}

/**
 * The only way out of the process for HTTP. Never follows redirects, refuses forbidden
 * addresses (after DNS, pinned into the connection), caps what it reads.
 * Throws {@link FlowError} with FLOW_EGRESS_FORBIDDEN_TARGET, FLOW_EGRESS_INVALID_REQUEST,
 * FLOW_EGRESS_DNS, FLOW_EGRESS_CONNECTION, FLOW_EGRESS_TLS, FLOW_EGRESS_TIMEOUT or FLOW_EGRESS_ABORTED.
 */
export type HttpClient = {
  send: (request: HttpRequest) => Promise<HttpResponse>
  /** Checks a URL the way `send` would, without connecting: for validation when a form is saved. */
  vet: (url: string) => Promise<void>
  close: () => Promise<void>
}
