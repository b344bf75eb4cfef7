import {
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  devicesOutcome,
  refusedBy,
} from '../../../src/index.ts'
import type { ReadAccount } from './fcmAccount.ts'
import { fcmSession } from './fcmSession.ts'
import type { FcmTarget } from './fcmTarget.ts'
import { fcmVerdict } from './fcmVerdict.ts'

/** A message that FCM checks and does not send, to a topic that nobody follows. */
export async function testFcm(
  input: ConnectionInput<FcmTarget>,
  readAccount: ReadAccount,
): Promise<ConnectionReport> {
  try {
    const given = readAccount(input.secrets['serviceAccount'])
    const { clientEmail, privateKey, projectId } = given.account
    const session = fcmSession(input, given)
    const message = { topic: 'flowmasters-check', notification: { title: 'FlowMasters' } }
    const confidential = [privateKey]
    const answer = await session({ validate_only: true, message }, confidential)
    const verdict = fcmVerdict(answer, { confidential, isCheck: true, now: input.now() })
    const attempt = devicesOutcome([{ device: { id: '', label: '' }, ...verdict }], [])
    return connectionReport(attempt, `${projectId}, ${clientEmail}`)
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}
