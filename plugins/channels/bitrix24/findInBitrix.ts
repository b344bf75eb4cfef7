import * as z from 'zod'

import type { BitrixClient, BitrixResult } from './bitrixClient.ts'
import type { BitrixEntity } from './bitrixTarget.ts'
import { ORIGINATOR, type RenderedBitrix } from './renderBitrix.ts'

/** What is there already: the object itself, and for a deal its contact. */
export type FoundInBitrix = { id: string | null; contactId: string | null }

const id = z.union([z.number(), z.string()]).transform(String)
const rows = z.array(z.object({ ID: id })).catch([])
const duplicates = z.object({ CONTACT: z.array(id).catch([]) }).catch({ CONTACT: [] })
const batch = z.object({ result: z.record(z.string(), z.unknown()).catch({}) })

/**
 * Looks for what earlier tries or earlier events made, with one request: the object by our own id, the person also by phone
 * and e-mail. Bitrix24 has no idempotency key, so this comes before every write.
 */
export async function findInBitrix(
  call: BitrixClient,
  entity: BitrixEntity,
  { contact, email, originId, phone }: RenderedBitrix,
): Promise<{ found: FoundInBitrix } | Extract<BitrixResult, { isDone: false }>> {
  const isPersonSought = entity === 'contact' || contact !== null
  const answer = await call('batch', {
    halt: 0,
    cmd: {
      own: command(`crm.${entity}.list`, [
        ['filter[ORIGINATOR_ID]', ORIGINATOR],
        ['filter[ORIGIN_ID]', originId],
        ['select[0]', 'ID'],
      ]),
      ...(isPersonSought && phone !== '' ? { phone: sameContact('PHONE', phone) } : {}),
      ...(isPersonSought && email !== '' ? { email: sameContact('EMAIL', email) } : {}),
    },
  })
  if (!answer.isDone) return answer
  const { result } = batch.parse(answer.result)
  const own = rows.parse(result['own'])[0]?.ID ?? null
  const person =
    duplicates.parse(result['phone']).CONTACT[0] ??
    duplicates.parse(result['email']).CONTACT[0] ??
    null
  return {
    found:
      entity === 'contact'
        ? { id: own ?? person, contactId: null }
        : { id: own, contactId: person },
  }
}

function sameContact(type: 'PHONE' | 'EMAIL', text: string): string {
  return command('crm.duplicate.findbycomm', [
    ['entity_type', 'CONTACT'],
    ['type', type],
    ['values[0]', text],
  ])
}

/** Commands of a batch are written as addresses are. */
function command(method: string, params: [string, string][]): string {
  return `${method}?${new URLSearchParams(params)}`
}
