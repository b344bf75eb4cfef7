import { FlowError, quoteOf } from '../../../src/index.ts'

const shown = (text: string): string => JSON.stringify(quoteOf(text).slice(0, 100))

/** What can be wrong with a Discord message before it is sent. */
export const discordError = {
  urlMissing: () =>
    new FlowError({
      code: 'FLOW_DISCORD_URL_MISSING',
      message: 'no webhook address is set.',
      hint: 'Give the address in the subscription, or set DISCORD_WEBHOOK_URL.',
      details: { field: 'webhookUrl' },
      status: 400,
    }),
  urlInvalid: () =>
    new FlowError({
      code: 'FLOW_DISCORD_URL_INVALID',
      message: 'this is not the address of a Discord webhook.',
      hint: 'Copy it from the settings of the channel, "Integrations"; it reads like https://discord.com/api/webhooks/123…/….',
      details: { field: 'webhookUrl' },
      status: 400,
    }),
  textEmpty: () =>
    new FlowError({
      code: 'FLOW_DISCORD_TEXT_EMPTY',
      message: 'the text of the message is empty for this event.',
      hint: 'Add some words that do not depend on the event.',
      details: { field: 'text' },
      status: 400,
    }),
  threadInvalid: (thread: string) =>
    new FlowError({
      code: 'FLOW_DISCORD_THREAD_INVALID',
      message: `${shown(thread)} is not an id of a thread.`,
      hint: 'Switch on the developer mode of Discord, and choose "Copy thread ID".',
      details: { field: 'threadId', thread: shown(thread) },
      status: 400,
    }),
  threadTwice: () =>
    new FlowError({
      code: 'FLOW_DISCORD_THREAD_TWICE',
      message: 'a message goes either into a thread or into a new forum post.',
      hint: 'Fill in one of the two fields.',
      details: { field: 'threadName' },
      status: 400,
    }),
}
