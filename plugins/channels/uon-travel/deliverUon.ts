import * as z from 'zod'

import {
  type Attempt,
  createReasons,
  type DeliverInput,
  type Exchange,
  refusedBy,
  remarksOf,
} from '../../../src/index.ts'
import { findInUon } from './findInUon.ts'
import { renderUon } from './renderUon.ts'
import { uonAddress } from './uonAddress.ts'
import { createUonClient } from './uonClient.ts'
import { uonReasons } from './uonReasons.ts'
import type { UonTarget } from './uonTarget.ts'

const because = createReasons(uonReasons)
const made = z.object({
  id: z.union([z.string().min(1), z.number().int().positive()]).transform(String),
})

/** One try: render, look for what a lost answer may have made, then make the lead. */
export async function deliverUon(
  input: DeliverInput<UonTarget>,
  apiUrl: string | undefined,
): Promise<Attempt> {
  try {
    const call = createUonClient(input, uonAddress(input.secrets, apiUrl))
    const { form, own, remarks } = await renderUon(input)
    if (own !== null && input.attemptNumber > 1) {
      const search = await findInUon(call, own)
      if (!('id' in search)) return search.attempt
      if (search.id !== null) return alreadyMade(search.id, search.exchange)
    }
    const answer = await call('lead/create', form)
    if (!answer.isDone) return answer.attempt
    const { body, exchange } = answer
    const id = made.safeParse(body).data?.id
    if (id === undefined) {
      const said = because('foreign', { status: 200 })
      return { outcome: 'unavailable', code: 'UON_NO_ID', ...said, exchange }
    }
    return {
      outcome: 'delivered',
      code: 'UON_ADDED',
      receipt: { leadId: id },
      exchange,
      ...remarksOf(remarks),
    }
  } catch (error) {
    return refusedBy(error)
  }
}

function alreadyMade(id: string, exchange: Exchange): Attempt {
  const code = 'UON_FOUND'
  const receipt = { leadId: id }
  return { outcome: 'delivered', code, receipt, exchange, ...remarksOf([because('found', { id })]) }
}
