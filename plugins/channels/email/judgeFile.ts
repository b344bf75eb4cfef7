import {
  type Attempt,
  createReasons,
  type Exchange,
  type HttpResponse,
  parseRetryAfter,
} from '../../../src/index.ts'
import { attachmentLimits } from './attachmentLimits.ts'
import { emailReasons } from './emailReasons.ts'

const because = createReasons(emailReasons)

/** Answers that may be others later. 202: the file is still being made. */
const transientStatuses: ReadonlySet<number> = new Set([202, 408, 425, 429])

/** The bytes of a file, or the attempt that an answer without them comes to. */
export function judgeFile(
  { bytes, headers, status }: HttpResponse,
  { exchange, file, now }: { exchange: Exchange; file: string; now: number },
): Buffer | Attempt {
  if (status !== 200) return judgeStatus(status, headers, { exchange, file, now })
  const rejected = (code: string, key: keyof typeof emailReasons, more = {}): Attempt => ({
    ...{ outcome: 'rejected', code, exchange },
    ...because(key, { file, ...more }),
  })
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    return rejected('EMAIL_ATTACHMENT_COMPRESSED', 'attachment_compressed')
  }
  if (bytes === undefined) {
    const most = attachmentLimits.mebibytes
    return rejected('EMAIL_ATTACHMENTS_TOO_LARGE', 'attachments_too_large', { most })
  }
  // Nobody writes a letter to send an empty file.
  return bytes.length === 0 ? rejected('EMAIL_ATTACHMENT_EMPTY', 'attachment_empty') : bytes
}

function judgeStatus(
  status: number,
  headers: HttpResponse['headers'],
  { exchange, file, now }: { exchange: Exchange; file: string; now: number },
): Attempt {
  const code = `EMAIL_ATTACHMENT_HTTP_${status}`
  if (status >= 500 || transientStatuses.has(status)) {
    const retryAfterMs = parseRetryAfter(headers['retry-after'], now)
    return {
      ...{ outcome: 'unavailable', code, exchange },
      ...because('attachment_unavailable', { file, status }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    }
  }
  return { ...{ outcome: 'rejected', code, exchange }, ...because(keyOf(status), { file, status }) }
}

function keyOf(status: number): keyof typeof emailReasons {
  if (status === 404 || status === 410) return 'attachment_missing'
  if (status === 401 || status === 403) return 'attachment_forbidden'
  return status >= 300 && status < 400 ? 'attachment_moved' : 'attachment_refused'
}
