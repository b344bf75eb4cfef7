import {
  type Attempt,
  callService,
  type DeliverInput,
  type SaidReason,
} from '../../../src/index.ts'
import { mailingOutcome } from './mailingOutcome.ts'
import type {
  MailingAccount,
  MailingAnswer,
  MailingCall,
  MailingProvider,
  MailingVerdict,
} from './mailingProvider.ts'

type Tools = Pick<DeliverInput<unknown>, 'http' | 'now' | 'signal'>

type Request = {
  /** `token` is the key itself where there is no login. */
  request: (token: string) => MailingCall
  judge: (answer: MailingAnswer) => MailingVerdict
  remarks: readonly SaidReason[]
}

/** One request of a service, after its login where there is one; what it means says `judge`. */
export async function callMailing(
  { http, now, signal }: Tools,
  { account, provider }: { account: MailingAccount; provider: MailingProvider },
  { judge, remarks, request }: Request,
): Promise<Attempt> {
  const { login, name: service } = provider
  const confidential = [account.apiKey]
  const common = { service, remarks, confidential, now: now() }
  let token = account.apiKey
  if (login) {
    const answer = await callService({ ...login.call(account), http, signal, confidential })
    if (!answer.isAnswer) return answer.attempt
    const given = login.judge(answer)
    if (!('token' in given)) return mailingOutcome({ ...common, verdict: given, http: answer })
    token = given.token
    confidential.push(token)
  }
  const answer = await callService({ ...request(token), http, signal, confidential })
  if (!answer.isAnswer) return answer.attempt
  return mailingOutcome({ ...common, verdict: judge(answer), http: answer })
}
