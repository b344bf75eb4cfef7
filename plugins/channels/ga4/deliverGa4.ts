import { type Attempt, callService, type DeliverInput, refusedBy } from '../../../src/index.ts'
import { ga4Account } from './ga4Account.ts'
import { ga4Outcome } from './ga4Outcome.ts'
import { ga4Request } from './ga4Request.ts'
import type { Ga4Target } from './ga4Target.ts'

/** One try: map, check, post. */
export async function deliverGa4(input: DeliverInput<Ga4Target>, apiUrl: string): Promise<Attempt> {
  const { http, now, secrets, signal, target } = input
  try {
    const account = ga4Account(target, secrets, { apiUrl, method: 'mp/collect' })
    const { body, remarks } = await ga4Request(input)
    const answer = await callService({ ...account, http, signal, json: body })
    if (!answer.isAnswer) return answer.attempt
    return ga4Outcome({ http: answer, remarks, now: now() })
  } catch (error) {
    return refusedBy(error, { measurementId: target.measurementId })
  }
}
