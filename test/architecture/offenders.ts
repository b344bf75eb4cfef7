/** A file that breaks the law, and the rule that must say so. */
export type Offender = { rule: string; file: string; text: string }

const importFile = (specifier: string): string => `import '${specifier}'\n`
const importType = (name: string, specifier: string): string =>
  `import type { ${name} } from '${specifier}'\nexport type Used${name} = ${name}\n`

/** What lawful and unlawful files import. Lawful themselves. */
export const ground: Record<string, string> = {
  'src/kernel/word.ts': "export type Word = string\nexport const word = 'word'\n",
  'src/event-catalogue/event.ts': importFile('../kernel/word.ts'),
  'src/channels/channel.ts': `${importType('Word', '../kernel/word.ts')}export type Channel = Word\n`,
  'src/egress/client.ts': importType('Channel', '../channels/channel.ts'),
  'src/outbox/rowStore.ts': importFile('payload'),
  'src/plugin/compose.ts': `${importFile('payload')}${importFile('../outbox/rowStore.ts')}`,
  'src/index.ts': `${importFile('./event-catalogue/event.ts')}${importFile('./plugin/compose.ts')}`,
  'src/admin/Panel.tsx': importFile('react'),
  'src/templates/render.ts': importFile('liquidjs'),
  'plugins/channels/mail/mailChannel.ts': `${importFile('../../../src/index.ts')}${importFile('./signature/sign.ts')}`,
  'plugins/channels/mail/signature/sign.ts': 'export const sign = 1\n',
  'plugins/channels/post/postChannel.ts': importFile('../../../src/index.ts'),
  'plugins/systems/leads/events/leadCreated.ts': importFile('../../../../src/index.ts'),
  'plugins/systems/leads/collections/Leads.ts': importFile('payload'),
  'plugins/systems/loyalty/loyalty.ts': importFile('../leads/events/leadCreated.ts'),
  'plugins/systems/loyalty/rules/earn.ts': 'export const earn = 1\n',
  'test/unit/word.test.ts': `${importFile('../../src/kernel/word.ts')}${importFile('../../plugins/systems/loyalty/rules/earn.ts')}`,
}

/** The far sides of offences that take two; dependency-cruiser reports a cycle once, at its first file. */
export const cyclePartner: Record<string, string> = {
  'src/event-catalogue/needsReact.ts': importType('React', 'react'),
  'src/queue/second.ts': `${importType('First', './first.ts')}export type Second = First | 2\n`,
}

/** At least one offender per family of rules. */
export const offenders: readonly Offender[] = [
  {
    rule: 'consumer-needs-no-package',
    file: 'src/consumer/needsPackage.ts',
    text: importFile('../event-catalogue/needsReact.ts'),
  },
  {
    rule: 'law:src/kernel',
    file: 'src/kernel/knowsEvents.ts',
    text: importFile('../event-catalogue/event.ts'),
  },
  {
    rule: 'law:src/subscription-filter',
    file: 'src/subscription-filter/knowsOutbox.ts',
    text: importFile('../outbox/rowStore.ts'),
  },
  {
    rule: 'law:collections',
    file: 'collections/events/knowsOutbox.ts',
    text: importFile('../../src/outbox/rowStore.ts'),
  },
  {
    rule: 'law:hooks',
    file: 'hooks/knowsChannels.ts',
    text: importType('Channel', '../src/channels/channel.ts'),
  },
  {
    rule: 'law-types:src/egress',
    file: 'src/egress/needsChannelAtRunTime.ts',
    text: importFile('../channels/channel.ts'),
  },
  {
    rule: 'row-missing',
    file: 'src/brand-new/thing.ts',
    text: importFile('../kernel/word.ts'),
  },
  {
    rule: 'src-never-imports-plugins',
    file: 'src/api/knowsPost.ts',
    text: importFile('../../plugins/channels/post/postChannel.ts'),
  },
  {
    rule: 'channel-imports-front-door-only',
    file: 'plugins/channels/post/knowsMail.ts',
    text: importFile('../mail/mailChannel.ts'),
  },
  {
    rule: 'channel-imports-front-door-only',
    file: 'plugins/channels/post/usesBackDoor.ts',
    text: importFile('../../../src/kernel/word.ts'),
  },
  {
    rule: 'system-shares-words-only',
    file: 'plugins/systems/leads/knowsLoyalty.ts',
    text: importFile('../loyalty/rules/earn.ts'),
  },
  {
    rule: 'signature-is-private',
    file: 'plugins/systems/leads/signs.ts',
    text: importFile('../../channels/mail/signature/sign.ts'),
  },
  {
    rule: 'nobody-imports-tests',
    file: 'config/knowsTests.ts',
    text: importFile('../test/unit/word.test.ts'),
  },
  {
    rule: 'payload-behind-stores',
    file: 'src/outbox/readsRows.ts',
    text: importType('Payload', 'payload'),
  },
  {
    rule: 'payload-behind-stores',
    file: 'plugins/systems/leads/readsRows.ts',
    text: importFile('@payloadcms/db-postgres'),
  },
  {
    rule: 'react-only-in-the-ui',
    file: 'src/outbox/draws.ts',
    text: importFile('react'),
  },
  {
    rule: 'one-home:liquidjs',
    file: 'src/delivery/renders.ts',
    text: importFile('liquidjs'),
  },
  {
    rule: 'no-cycles',
    file: 'src/queue/first.ts',
    text: "import type { Second } from './second.ts'\nexport type First = Second | 1\n",
  },
  {
    rule: 'no-orphans',
    file: 'src/queue/forgotten.ts',
    text: 'export const forgotten = 1\n',
  },
  {
    rule: 'must-resolve',
    file: 'src/queue/misspelt.ts',
    text: importFile('./nowhere.ts'),
  },
]
