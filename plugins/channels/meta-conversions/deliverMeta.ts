import { type Attempt, callService, type DeliverInput, refusedBy } from '../../../src/index.ts'
import { metaAccount } from './metaAccount.ts'
import { metaEvent } from './metaEvent.ts'
import { metaOutcome } from './metaOutcome.ts'
import type { MetaTarget } from './metaTarget.ts'

/** One try: map, hash, post, judge the answer. One event a call, so that a bad one spoils no other. */
export async function deliverMeta(
  input: DeliverInput<MetaTarget>,
  apiUrl: string,
): Promise<Attempt> {
  const { http, now, secrets, signal, target } = input
  try {
    const { confidential, headers, url } = metaAccount(target, secrets, apiUrl)
    const { event, remarks } = await metaEvent(input)
    const { testEventCode } = target
    const answer = await callService({
      http,
      signal,
      url: `${url}/events`,
      headers,
      confidential,
      json: {
        data: [event],
        ...(testEventCode === null ? {} : { test_event_code: testEventCode }),
      },
    })
    if (!answer.isAnswer) return answer.attempt
    return metaOutcome({ http: answer, remarks, confidential, now: now() })
  } catch (error) {
    return refusedBy(error, { dataset: target.datasetId })
  }
}
