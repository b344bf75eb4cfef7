import { type Channel, checkTemplates, defineChannel } from '../../../src/index.ts'
import { deliverSlack } from './deliverSlack.ts'
import { renderSlack } from './renderSlack.ts'
import { slackAddress } from './slackAddress.ts'
import { slackFields } from './slackFields.ts'
import { slackLimits } from './slackLimits.ts'
import { slackReasons } from './slackReasons.ts'
import { type SlackTarget, slackTarget } from './slackTarget.ts'
import { testSlack } from './testSlack.ts'

/** How the channel is set up in code; empty means the default. */
export type SlackChannelOptions = {
  /** Where addresses of Slack's own host lead: a proxy or a fake. @default 'https://hooks.slack.com' */
  apiUrl?: string | undefined
  /** Address for subscriptions that bring none. */
  webhookUrl?: string | undefined
}

/** Posts to a room of Slack, or of a chat that speaks its protocol, through an incoming webhook. */
export function createSlackChannel({
  apiUrl,
  webhookUrl,
}: SlackChannelOptions = {}): Channel<SlackTarget> {
  const readAddress = (secrets: Record<string, string>) =>
    slackAddress({ own: secrets['webhookUrl'], shared: webhookUrl }, apiUrl)
  return defineChannel<SlackTarget>({
    slug: 'slack',
    label: { en: 'Slack', ru: 'Канал Slack' },
    description: {
      en: 'Posts to a channel of your workspace.',
      ru: 'Пишет в канал вашего рабочего пространства.',
    },
    fields: slackFields,
    target: slackTarget,
    checkSecret: (_, value) => void slackAddress({ own: value, shared: undefined }),
    validate: async ({ blocks, text }, { templates }) =>
      checkTemplates(templates, { text, blocks }),
    describeTarget: ({ room }) => `Slack ${room ?? ''}`.replaceAll(/\s+/g, ' ').trim(),
    reasons: slackReasons,
    capabilities: { text: true },
    limits: { textLength: slackLimits.text, requestsPerSecond: 1, burst: 3 },
    testConnection: (input) => testSlack(input, readAddress),
    preview: async (input) => {
      const { message } = await renderSlack(input)
      return { to: input.target.room ?? 'Slack', text: message.text, json: message }
    },
    deliver: (input) => deliverSlack(input, readAddress),
  })
}
