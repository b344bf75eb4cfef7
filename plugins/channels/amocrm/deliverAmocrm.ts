import { type Attempt, type DeliverInput, refusedBy } from '../../../src/index.ts'
import { amocrmAccount } from './amocrmAccount.ts'
import type { AmocrmDefaults } from './amocrmDefaults.ts'
import { createAmocrmClient } from './amocrmClient.ts'
import type { AmocrmTarget } from './amocrmTarget.ts'
import { changeLead } from './changeLead.ts'
import { findContact } from './findContact.ts'
import { findLead } from './findLead.ts'
import { makeLead } from './makeLead.ts'
import { renderAmocrm } from './renderAmocrm.ts'

/** One try: render, look for what is there, then change it or make it. */
export async function deliverAmocrm(
  input: DeliverInput<AmocrmTarget>,
  defaults: AmocrmDefaults,
): Promise<Attempt> {
  const { idempotencyKey, secrets, target } = input
  try {
    const call = createAmocrmClient(input, amocrmAccount(target, secrets, defaults))
    const rendered = await renderAmocrm(input)
    const known = await findLead(call, rendered.own)
    if (!('id' in known)) return known.attempt
    if (known.id !== null) return await changeLead(call, known.id, rendered)
    const person = await findContact(call, rendered.person, target.homeCountry)
    if (!('id' in person)) return person.attempt
    return await makeLead(call, { rendered, contactId: person.id, requestId: idempotencyKey })
  } catch (error) {
    return refusedBy(error)
  }
}
