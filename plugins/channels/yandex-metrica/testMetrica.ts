import * as z from 'zod'

import {
  callService,
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  quoteOf,
  refusedBy,
} from '../../../src/index.ts'
import { metricaAccount } from './metricaAccount.ts'
import { metricaOutcome } from './metricaOutcome.ts'
import type { MetricaTarget } from './metricaTarget.ts'

const counter = z.object({ counter: z.object({ id: z.number(), name: z.string().catch('') }) })

/** Asks for the name of the tag. */
export async function testMetrica(
  { http, now, secrets, signal, target }: ConnectionInput<MetricaTarget>,
  apiUrl: string,
): Promise<ConnectionReport> {
  try {
    const account = metricaAccount(target, secrets, apiUrl)
    const answer = await callService({ ...account, http, signal, method: 'GET' })
    if (!answer.isAnswer) return connectionReport(answer.attempt, '')
    const read = counter.safeParse(answer.json)
    if (answer.status === 200 && read.success) {
      const { id, name } = read.data.counter
      return { isOk: true, account: `${quoteOf(name)} (${id})`.trim() }
    }
    const { confidential } = account
    const attempt = metricaOutcome({ http: answer, remarks: [], confidential, now: now() })
    return connectionReport(attempt, '')
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}
