import * as z from 'zod'

import {
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  quoteOf,
  refusedBy,
} from '../../../src/index.ts'
import { amocrmAccount } from './amocrmAccount.ts'
import type { AmocrmDefaults } from './amocrmDefaults.ts'
import { createAmocrmClient } from './amocrmClient.ts'
import type { AmocrmTarget } from './amocrmTarget.ts'
import { notAmocrm } from './notAmocrm.ts'

const account = z.object({ id: z.number(), name: z.string().catch('') })

/** Asks whose account it is. */
export async function testAmocrm(
  input: ConnectionInput<AmocrmTarget>,
  defaults: AmocrmDefaults,
): Promise<ConnectionReport> {
  try {
    const place = amocrmAccount(input.target, input.secrets, defaults)
    const call = createAmocrmClient(input, place)
    const answer = await call({ method: 'GET', path: '/account' })
    if (!answer.isDone) return connectionReport(answer.attempt, '')
    const read = account.safeParse(answer.json)
    if (!read.success) return connectionReport(notAmocrm(answer.exchange), '')
    const name = quoteOf(read.data.name, place.confidential)
    return { isOk: true, account: `${place.host} ${name} (${read.data.id})` }
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}
