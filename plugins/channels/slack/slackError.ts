import { FlowError, quoteOf } from '../../../src/index.ts'
import { slackLimits } from './slackLimits.ts'

/** What can be wrong with a Slack message before it is sent. */
export const slackError = {
  urlMissing: () =>
    new FlowError({
      code: 'FLOW_SLACK_URL_MISSING',
      message: 'no webhook address is set.',
      hint: 'Give the address in the subscription, or set SLACK_WEBHOOK_URL.',
      details: { field: 'webhookUrl' },
      status: 400,
    }),
  urlInvalid: () =>
    new FlowError({
      code: 'FLOW_SLACK_URL_INVALID',
      message: 'this is not the address of a Slack webhook.',
      hint: 'Copy it from "Incoming Webhooks" of your Slack app; it reads like https://hooks.slack.com/services/T…/B…/….',
      details: { field: 'webhookUrl' },
      status: 400,
    }),
  textEmpty: () =>
    new FlowError({
      code: 'FLOW_SLACK_TEXT_EMPTY',
      message: 'the text of the message is empty for this event.',
      hint: 'Add some words that do not depend on the event.',
      details: { field: 'text' },
      status: 400,
    }),
  blocksInvalid: (problem: string) =>
    new FlowError({
      code: 'FLOW_SLACK_BLOCKS_INVALID',
      message: `the blocks are not a JSON array of 1 to ${slackLimits.blocks} blocks: ${quoteOf(problem)}.`,
      hint: 'Check them in Block Kit Builder; values of the event go inside quotes.',
      details: { field: 'blocks', most: slackLimits.blocks, problem: quoteOf(problem) },
      status: 400,
    }),
}
