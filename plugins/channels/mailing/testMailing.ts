import {
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  refusedBy,
} from '../../../src/index.ts'
import { callMailing } from './callMailing.ts'
import { type MailingApiUrls, mailingAccount } from './mailingAccount.ts'
import type { MailingAnswer, MailingVerdict } from './mailingProvider.ts'
import type { MailingTarget } from './mailingTarget.ts'

/** Reads the lists or the account. Nobody is added. */
export async function testMailing(
  input: ConnectionInput<MailingTarget>,
  apiUrls: MailingApiUrls,
): Promise<ConnectionReport> {
  try {
    const given = mailingAccount(input.target, input.secrets['apiKey'], apiUrls)
    const { account, provider } = given
    const judge = (answer: MailingAnswer): MailingVerdict =>
      provider.isAsked(answer) ? { kind: 'done', code: 'OK', receipt: {} } : provider.judge(answer)
    const request = (token: string) => provider.ask(account, token)
    const attempt = await callMailing(input, given, { request, judge, remarks: [] })
    return connectionReport(attempt, `${provider.name} ${account.account}`.trim())
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}
