import { type Attempt, callService, type DeliverInput, refusedBy } from '../../../src/index.ts'
import { renderSlack } from './renderSlack.ts'
import type { SlackAddress } from './slackAddress.ts'
import { slackOutcome } from './slackOutcome.ts'
import type { SlackTarget } from './slackTarget.ts'

/** One try: render, post, judge the answer. */
export async function deliverSlack(
  input: DeliverInput<SlackTarget>,
  readAddress: (secrets: Record<string, string>) => SlackAddress,
): Promise<Attempt> {
  const { http, now, signal } = input
  try {
    const { confidential, isOwn, url } = readAddress(input.secrets)
    const { message, remarks } = await renderSlack(input)
    const answer = await callService({ http, signal, url, confidential, json: message })
    if (!answer.isAnswer) return answer.attempt
    return slackOutcome({ http: answer, remarks, isOwn, confidential, now: now() })
  } catch (error) {
    return refusedBy(error)
  }
}
