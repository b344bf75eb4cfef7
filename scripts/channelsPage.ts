import { channelsFrom } from '../config/channelsFrom.ts'
import type { AnyChannel, ChannelCapabilities } from '../src/channels/channel.ts'

const abilities: readonly (keyof ChannelCapabilities)[] = [
  ...(['text', 'html', 'buttons', 'attachments', 'upsert'] as const),
]

const row = ({ capabilities = {}, label, limits = {}, slug }: AnyChannel): string => {
  const { requestsPerDelivery, requestsPerSecond, textLength } = limits
  const cells = [
    `[${label.en}](${slug}.md)`,
    ...abilities.map((name) => (capabilities[name] === true ? 'yes' : '')),
    textLength ?? '',
    requestsPerSecond ?? '',
    requestsPerSecond === undefined ? '' : (requestsPerDelivery ?? 1),
  ]
  return `| ${cells.join(' | ')} |`
}

/** docs/channels/README.md: what each channel can do, and how much its service bears. */
export function channelsPage(): string {
  return [
    '# Channels',
    '',
    'What each channel declares, and the form of a subscription shows; the contract suite holds it to that',
    '([Writing a channel](../writing-a-channel.md#what-a-channel-declares)). Channels without a mark send data to systems, not messages to people.',
    'This page is generated from the sources by `npm run generate:docs`; do not edit it.',
    '',
    '| Channel | Text | HTML | Buttons | Attachments | No doubles | Characters at most | Requests a second | Requests of a delivery |',
    '|---|---|---|---|---|---|---|---|---|',
    ...channelsFrom({}).map(row),
    '',
  ].join('\n')
}
