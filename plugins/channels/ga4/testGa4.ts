import * as z from 'zod'

import {
  callService,
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  createReasons,
  quoteOf,
  refusedBy,
} from '../../../src/index.ts'
import { ga4Account } from './ga4Account.ts'
import { ga4Outcome } from './ga4Outcome.ts'
import { ga4Reasons } from './ga4Reasons.ts'
import type { Ga4Target } from './ga4Target.ts'

const verdict = z.object({
  validationMessages: z.array(
    z.object({ description: z.string().catch(''), validationCode: z.string().catch('UNKNOWN') }),
  ),
})

/** Asks the validating twin of the service, which counts nothing. It judges the shape; it cannot tell a wrong secret. */
export async function testGa4(
  { http, now, secrets, signal, target }: ConnectionInput<Ga4Target>,
  apiUrl: string,
): Promise<ConnectionReport> {
  try {
    const account = ga4Account(target, secrets, { apiUrl, method: 'debug/mp/collect' })
    const json = {
      client_id: '1.1',
      events: [{ name: 'connection_check', params: { engagement_time_msec: 1 } }],
    }
    const answer = await callService({ ...account, http, signal, json })
    if (!answer.isAnswer) return connectionReport(answer.attempt, '')
    const read = verdict.safeParse(answer.json)
    if (answer.status !== 200 || !read.success)
      return connectionReport(ga4Outcome({ http: answer, remarks: [], now: now() }), '')
    const [problem] = read.data.validationMessages
    if (problem === undefined) return { isOk: true, account: target.measurementId ?? '' }
    const detail = quoteOf(problem.description, account.confidential)
    return {
      isOk: false,
      code: `GA4_${problem.validationCode}`,
      ...createReasons(ga4Reasons)('invalid', { detail }),
    }
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}
