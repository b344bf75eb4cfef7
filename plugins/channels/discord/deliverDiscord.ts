import { type Attempt, callService, type DeliverInput, refusedBy } from '../../../src/index.ts'
import type { DiscordAddress } from './discordAddress.ts'
import { discordAnswer } from './discordAnswer.ts'
import { discordOutcome } from './discordOutcome.ts'
import type { DiscordTarget } from './discordTarget.ts'
import { renderDiscord } from './renderDiscord.ts'

/** A message of 2000 characters and its card come back with every letter as an escape of six. */
const MAX_RESPONSE_BYTES = 48 * 1024

/** One try: render, post, judge the answer. */
export async function deliverDiscord(
  input: DeliverInput<DiscordTarget>,
  readAddress: (secrets: Record<string, string>) => DiscordAddress,
): Promise<Attempt> {
  const { http, now, signal } = input
  try {
    const { confidential, isOwn, url } = readAddress(input.secrets)
    const { message, remarks, threadId } = await renderDiscord(input)
    const answered = await callService({
      http,
      signal,
      // Without "wait" Discord says yes before it has kept the message.
      url: `${url}?wait=true${threadId === null ? '' : `&thread_id=${threadId}`}`,
      confidential,
      json: message,
      maxResponseBytes: MAX_RESPONSE_BYTES,
    })
    if (!answered.isAnswer) return answered.attempt
    const answer = discordAnswer(answered)
    return discordOutcome({ answer, http: answered, remarks, isOwn, confidential, now: now() })
  } catch (error) {
    return refusedBy(error)
  }
}
