import * as z from 'zod'

import {
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  quoteOf,
  refusedBy,
} from '../../../src/index.ts'
import type { BitrixAddress } from './bitrixAddress.ts'
import { createBitrixClient } from './bitrixClient.ts'
import type { BitrixTarget } from './bitrixTarget.ts'

const profile = z.object({ NAME: z.string().catch(''), LAST_NAME: z.string().catch('') })
/** Types of the universal API. */
const entityTypeId = { lead: 1, deal: 2, contact: 3 } as const

/** Asks whose the webhook is, and for the fields of the entity, which proves its rights. Nothing is written. */
export async function testBitrix(
  input: ConnectionInput<BitrixTarget>,
  readAddress: (secrets: Record<string, string>) => BitrixAddress,
): Promise<ConnectionReport> {
  try {
    const address = readAddress(input.secrets)
    const call = createBitrixClient(input, address)
    const who = await call('profile', {})
    if (!who.isDone) return connectionReport(who.attempt, '')
    const fields = await call('crm.item.fields', {
      entityTypeId: entityTypeId[input.target.entity ?? 'lead'],
    })
    if (!fields.isDone) return connectionReport(fields.attempt, '')
    const { LAST_NAME: last, NAME: first } = profile
      .catch({ NAME: '', LAST_NAME: '' })
      .parse(who.result)
    const name = quoteOf(`${first} ${last}`, address.confidential)
    return { isOk: true, account: `${address.portal} ${name}`.trim() }
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}
