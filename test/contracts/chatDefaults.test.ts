import { expect, test } from '@jest/globals'

import { createDiscordChannel } from '../../plugins/channels/discord/discordChannel.ts'
import { createSlackChannel } from '../../plugins/channels/slack/slackChannel.ts'
import { createTelegramChannel } from '../../plugins/channels/telegram/telegramChannel.ts'
import type { FlowEvent } from '../../src/index.ts'
import { createTemplateRenderer } from '../../src/templates/createTemplateRenderer.ts'
import { sampleFlowEvent } from '../../src/testing/sampleFlowEvent.ts'

/** What code may publish: no document, no person. */
const bare: FlowEvent = {
  ...sampleFlowEvent,
  type: 'night.fell',
  data: { current: {}, previous: null, changed: [] },
  meta: { ...sampleFlowEvent.meta, collection: null, documentId: null, operation: null },
}
const tools = { templates: createTemplateRenderer(), now: () => 0, idempotencyKey: 'dlv_1' }
const body = JSON.stringify(bare)

test('a form left as it is reads well for an event without a document', async () => {
  const telegram = createTelegramChannel()
  const slack = createSlackChannel()
  const discord = createDiscordChannel()
  const given = { event: bare, body, ...tools }
  const texts = [
    await telegram.preview?.({ ...given, target: telegram.target.parse({ chatId: '42' }) }),
    await slack.preview?.({ ...given, target: slack.target.parse({}) }),
    await discord.preview?.({ ...given, target: discord.target.parse({}) }),
  ]
  expect(texts.map((preview) => preview?.text)).toEqual([
    'night.fell\n2026-11-21 10:00 UTC',
    '*night.fell*\n2026-11-21 10:00 UTC',
    '**night.fell**\n2026-11-21 10:00 UTC',
  ])
})
