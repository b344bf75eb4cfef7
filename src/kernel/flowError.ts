/** What a {@link FlowError} is made of. */
export type FlowErrorOptions = {
  /** Stable name of the condition, `FLOW_<AREA>_<WHAT>`; safe to match on. */
  code: `FLOW_${string}`
  /** What happened, in one sentence. */
  message: string
  /** What the reader can do about it. */
  hint?: string
  /** HTTP status the API answers with. @default 500 */
  status?: number
  /** Facts for programs (field names, limits); never secrets. */
  details?: Record<string, unknown>
  cause?: unknown
}

/** The one error class of the engine: a stable code, a sentence and a hint. */
export class FlowError extends Error {
  readonly code: `FLOW_${string}`
  readonly hint: string | undefined
  readonly status: number
  readonly details: Record<string, unknown>

  constructor({ code, message, hint, status = 500, details = {}, cause }: FlowErrorOptions) {
    super(`[flowmasters] ${code}: ${message}`, cause === undefined ? undefined : { cause })
    this.name = 'FlowError'
    this.code = code
    this.hint = hint
    this.status = status
    this.details = details
  }
}
