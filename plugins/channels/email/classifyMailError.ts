/** What a failed sending means for the next step. */
export type MailFailure = {
  isTransient: boolean
  /** `SMTP_451`, or nodemailer's own code such as `ESOCKET`. */
  code: string
  reason: string
  /** The server's line, when it said something. */
  response: string | null
}

const transientCodes: ReadonlySet<string> = new Set([
  'EDNS',
  'ETIMEDOUT',
  'ECONNECTION',
  'ESOCKET',
  // Node's own codes, should one come through unwrapped.
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
])
const tlsText =
  /wrong version number|certificate|self[- ]signed|unable to verify|ssl routines|handshake failure|unsupported protocol/i

/**
 * Judges an error of nodemailer: the server's number decides when there is one, then broken TLS settings are final, lost
 * or refused connections (or an error that names nothing) heal, everything else is final.
 */
export function classifyMailError(error: unknown): MailFailure {
  const { code, message, response, responseCode } = errorFields(error)
  return {
    isTransient: isTransient(error),
    code: responseCode === null ? (code ?? 'SMTP_CONNECTION_LOST') : `SMTP_${responseCode}`,
    reason: (response ?? message).slice(0, 500),
    response,
  }
}

function isTransient(error: unknown): boolean {
  const { code, responseCode, texts, refusals } = errorFields(error)
  // Nobody was accepted, so asking everybody again cannot send anything twice.
  if (refusals.some(isTransientCode)) return true
  if (responseCode !== null && responseCode >= 400 && responseCode < 600) {
    return isTransientCode(responseCode)
  }
  if (texts.some((text) => tlsText.test(text))) return false
  return code === null ? responseCode === null : transientCodes.has(code)
}

function isTransientCode(responseCode: number): boolean {
  return responseCode >= 400 && responseCode < 500
}

type ErrorFields = {
  code: string | null
  message: string
  response: string | null
  responseCode: number | null
  /** Messages of the error and its causes. */
  texts: string[]
  /** Answers to the single recipients. */
  refusals: number[]
}

function errorFields(error: unknown): ErrorFields {
  const fields = members(error)
  const { code, response, responseCode, rejectedErrors, cause } = fields
  const message = messageOf(error) ?? String(error)
  const refusals = Array.isArray(rejectedErrors) ? rejectedErrors : []
  return {
    code: typeof code === 'string' ? code : null,
    message,
    response: typeof response === 'string' ? response : null,
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    texts: [message, messageOf(cause) ?? ''],
    refusals: refusals
      .map((one: unknown) => members(one).responseCode)
      .filter((number) => typeof number === 'number'),
  }
}

function messageOf(error: unknown): string | null {
  const { message } = members(error)
  return typeof message === 'string' ? message : null
}

type Members = {
  message?: unknown
  code?: unknown
  response?: unknown
  responseCode?: unknown
  rejectedErrors?: unknown
  cause?: unknown
}

function members(value: unknown): Members {
  return typeof value === 'object' && value !== null ? value : {}
}
