import {
  callService,
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  refusedBy,
} from '../../../src/index.ts'
import type { SlackAddress } from './slackAddress.ts'
import { slackOutcome } from './slackOutcome.ts'
import type { SlackTarget } from './slackTarget.ts'

/** What a living webhook says to a message without words. */
const alive = /^(?:no_text|missing_text_or_fallback_or_attachments)$/

/** Posts an empty text, which Slack refuses: how it refuses says whether the address is alive. Nothing appears in the room. */
export async function testSlack(
  { http, now, secrets, signal, target }: ConnectionInput<SlackTarget>,
  readAddress: (secrets: Record<string, string>) => SlackAddress,
): Promise<ConnectionReport> {
  try {
    const { confidential, url } = readAddress(secrets)
    const account = `${new URL(url).host} ${target.room ?? ''}`.trim()
    const answer = await callService({ http, signal, url, confidential, json: { text: '' } })
    if (!answer.isAnswer) return connectionReport(answer.attempt, account)
    if (answer.status === 400 && alive.test(answer.text.trim())) return { isOk: true, account }
    const facts = { http: answer, remarks: [], isOwn: true, confidential, now: now() }
    return connectionReport(slackOutcome(facts), account)
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}
