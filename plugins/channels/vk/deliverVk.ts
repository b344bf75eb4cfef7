import {
  type Attempt,
  callService,
  createReasons,
  type DeliverInput,
  noteOf,
  parseRetryAfter,
  refusedBy,
  type SaidReason,
  type ServiceAnswer,
} from '../../../src/index.ts'
import { vkConversion } from './vkConversion.ts'
import { vkReasons } from './vkReasons.ts'
import type { VkTarget } from './vkTarget.ts'
import { vkUrl } from './vkUrl.ts'

const because = createReasons(vkReasons)

/** One try: map, call the counter. */
export async function deliverVk(input: DeliverInput<VkTarget>, apiUrl: string): Promise<Attempt> {
  const { http, now, signal, target } = input
  try {
    const { fields, remarks } = await vkConversion(input)
    const url = vkUrl(apiUrl, target.pixelId, fields)
    const answer = await callService({ http, signal, method: 'GET', url })
    return answer.isAnswer ? judged(answer, remarks, now()) : answer.attempt
  } catch (error) {
    return refusedBy(error, { pixel: target.pixelId })
  }
}

/** The counter answers with a picture, if with anything; a page is somebody else's. */
function judged(
  { exchange, headers, status, text }: Extract<ServiceAnswer, { isAnswer: true }>,
  remarks: readonly SaidReason[],
  now: number,
): Attempt {
  const code = `http_${status}`
  const isPage = /^\s*</.test(text) || /text\/html/i.test(headers['content-type'] ?? '')
  if (status >= 200 && status < 300 && !isPage)
    return { outcome: 'delivered', code, exchange, ...noteOf(remarks) }
  if (status === 429 || status >= 500) {
    const retryAfterMs = parseRetryAfter(headers['retry-after'], now)
    const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
    const said = because(status === 429 ? 'busy' : 'broken', { status })
    return { outcome: 'unavailable', code, ...said, ...hint, exchange }
  }
  return status >= 400 && status !== 408
    ? { outcome: 'rejected', code, ...because('refused', { status }), exchange }
    : { outcome: 'unavailable', code, ...because('foreign', { status }), exchange }
}
