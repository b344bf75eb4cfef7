import * as z from 'zod'

import {
  callService,
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  quoteOf,
  refusedBy,
} from '../../../src/index.ts'
import { metaAccount } from './metaAccount.ts'
import { metaOutcome } from './metaOutcome.ts'
import type { MetaTarget } from './metaTarget.ts'

const dataset = z.object({ id: z.string(), name: z.string().catch('') })

/** Asks for the name of the dataset. */
export async function testMeta(
  { http, now, secrets, signal, target }: ConnectionInput<MetaTarget>,
  apiUrl: string,
): Promise<ConnectionReport> {
  try {
    const { confidential, headers, url } = metaAccount(target, secrets, apiUrl)
    const answer = await callService({
      http,
      signal,
      method: 'GET',
      url: `${url}?fields=name`,
      headers,
      confidential,
    })
    if (!answer.isAnswer) return connectionReport(answer.attempt, '')
    const read = dataset.safeParse(answer.json)
    if (answer.status === 200 && read.success)
      return { isOk: true, account: `${quoteOf(read.data.name)} (${read.data.id})`.trim() }
    const attempt = metaOutcome({ http: answer, remarks: [], confidential, now: now() })
    return connectionReport(attempt, '')
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}
