import { type Attempt, createReasons, type DeliverInput, refusedBy } from '../../../src/index.ts'
import { amocrmAccount } from './amocrmAccount.ts'
import type { AmocrmDefaults } from './amocrmDefaults.ts'
import { type AmocrmClient, createAmocrmClient } from './amocrmClient.ts'
import { amocrmReasons } from './amocrmReasons.ts'
import type { AmocrmTarget } from './amocrmTarget.ts'
import { changeLead } from './changeLead.ts'
import { findContact } from './findContact.ts'
import { findLead } from './findLead.ts'
import { makeLead } from './makeLead.ts'
import { type RenderedAmocrm, renderAmocrm } from './renderAmocrm.ts'

const because = createReasons(amocrmReasons)

/** One try: change the lead that is known; without one, or when it is gone, look for what is there, then change it or make it. */
export async function deliverAmocrm(
  input: DeliverInput<AmocrmTarget>,
  defaults: AmocrmDefaults,
): Promise<Attempt> {
  const { remoteId, secrets, target } = input
  try {
    const call = createAmocrmClient(input, amocrmAccount(target, secrets, defaults))
    const rendered = await renderAmocrm(input)
    if (remoteId === undefined) return await findOrMake(call, input, rendered)
    const { attempt, isGone } = await changeLead(call, Number(remoteId), rendered)
    if (!isGone) return attempt
    const remarks = [...rendered.remarks, because('gone', { id: remoteId })]
    return await findOrMake(call, input, { ...rendered, remarks })
  } catch (error) {
    return refusedBy(error)
  }
}

async function findOrMake(
  call: AmocrmClient,
  { idempotencyKey, target }: Pick<DeliverInput<AmocrmTarget>, 'idempotencyKey' | 'target'>,
  rendered: RenderedAmocrm,
): Promise<Attempt> {
  const known = await findLead(call, rendered.own)
  if (!('id' in known)) return known.attempt
  if (known.id !== null) return (await changeLead(call, known.id, rendered)).attempt
  const person = await findContact(call, rendered.person, target.homeCountry)
  if (!('id' in person)) return person.attempt
  return makeLead(call, { rendered, contactId: person.id, requestId: idempotencyKey })
}
