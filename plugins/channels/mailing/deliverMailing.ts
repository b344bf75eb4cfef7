import { type Attempt, type DeliverInput, refusedBy } from '../../../src/index.ts'
import { callMailing } from './callMailing.ts'
import { type MailingApiUrls, mailingAccount } from './mailingAccount.ts'
import type { MailingTarget } from './mailingTarget.ts'
import { renderMailing } from './renderMailing.ts'

/** One try: render, add to the list, judge the answer. Adding twice changes nothing. */
export async function deliverMailing(
  input: DeliverInput<MailingTarget>,
  apiUrls: MailingApiUrls,
): Promise<Attempt> {
  try {
    const given = mailingAccount(input.target, input.secrets['apiKey'], apiUrls)
    const { account, provider } = given
    const { contact, remarks } = await renderMailing(input)
    const request = (token: string) => provider.add(contact, account, token)
    return await callMailing(input, given, { request, judge: provider.judge, remarks })
  } catch (error) {
    return refusedBy(error)
  }
}
