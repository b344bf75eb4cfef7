import * as z from 'zod'

import {
  callService,
  type ConnectionInput,
  type ConnectionReport,
  connectionReport,
  quoteOf,
  refusedBy,
} from '../../../src/index.ts'
import type { DiscordAddress } from './discordAddress.ts'
import { discordAnswer } from './discordAnswer.ts'
import { discordOutcome } from './discordOutcome.ts'
import type { DiscordTarget } from './discordTarget.ts'

const webhook = z.object({ name: z.string() })

/** Reads the webhook itself, which needs nothing but its address and posts nothing. */
export async function testDiscord(
  { http, now, secrets, signal }: ConnectionInput<DiscordTarget>,
  readAddress: (secrets: Record<string, string>) => DiscordAddress,
): Promise<ConnectionReport> {
  try {
    const { confidential, url } = readAddress(secrets)
    const answered = await callService({ http, signal, url, method: 'GET', confidential })
    if (!answered.isAnswer) return connectionReport(answered.attempt, '')
    const { data } = webhook.safeParse(answered.json)
    const facts = { http: answered, remarks: [], isOwn: true, confidential, now: now() }
    const attempt = discordOutcome({ ...facts, answer: discordAnswer(answered) })
    return connectionReport(attempt, quoteOf(data?.name ?? new URL(url).host))
  } catch (error) {
    return connectionReport(refusedBy(error), '')
  }
}
