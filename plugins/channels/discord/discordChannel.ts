import { type Channel, defineChannel } from '../../../src/index.ts'
import { checkDiscordTarget } from './checkDiscordTarget.ts'
import { deliverDiscord } from './deliverDiscord.ts'
import { discordAddress } from './discordAddress.ts'
import { discordFields } from './discordFields.ts'
import { discordLimits } from './discordMessage.ts'
import { discordReasons } from './discordReasons.ts'
import { type DiscordTarget, discordTarget } from './discordTarget.ts'
import { renderDiscord } from './renderDiscord.ts'
import { testDiscord } from './testDiscord.ts'

/** How the channel is set up in code; empty means the default. */
export type DiscordChannelOptions = {
  /** Where addresses of Discord's own host lead: a proxy or a fake. @default 'https://discord.com' */
  apiUrl?: string | undefined
  /** Address for subscriptions that bring none. */
  webhookUrl?: string | undefined
}

/** Posts to a room, a thread or a forum of Discord through a webhook. */
export function createDiscordChannel({
  apiUrl,
  webhookUrl,
}: DiscordChannelOptions = {}): Channel<DiscordTarget> {
  const readAddress = (secrets: Record<string, string>) =>
    discordAddress({ own: secrets['webhookUrl'], shared: webhookUrl }, apiUrl)
  return defineChannel<DiscordTarget>({
    slug: 'discord',
    label: { en: 'Discord', ru: 'Канал Discord' },
    description: {
      en: 'Posts to a channel of your server, as text or as a card.',
      ru: 'Пишет в канал вашего сервера, текстом или карточкой.',
    },
    fields: discordFields,
    target: discordTarget,
    checkSecret: (_, value) => void discordAddress({ own: value, shared: undefined }),
    validate: async (target, { templates }) => checkDiscordTarget(target, templates),
    describeTarget: ({ room }) => `Discord ${room ?? ''}`.replaceAll(/\s+/g, ' ').trim(),
    reasons: discordReasons,
    capabilities: { text: true },
    limits: { textLength: discordLimits.content },
    testConnection: (input) => testDiscord(input, readAddress),
    preview: async (input) => {
      const { message } = await renderDiscord(input)
      const [card] = message.embeds ?? []
      const text = card === undefined ? message.content : card.description
      return {
        to: input.target.room ?? 'Discord',
        ...(card === undefined ? {} : { subject: card.title }),
        ...(text === undefined ? {} : { text }),
        json: message,
      }
    },
    deliver: (input) => deliverDiscord(input, readAddress),
  })
}
