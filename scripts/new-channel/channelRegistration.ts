import type { ChannelNames } from './channelNames.ts'
import type { Insertion } from './insertText.ts'

/** What a new channel adds to files that are there. */
export function channelRegistration(names: ChannelNames): Record<string, Insertion[]> {
  const { camel, pascal, slug, title, upper } = names
  const dist = `./dist/plugins/channels/${slug}/${camel}Channel`
  return {
    'config/channelsFrom.ts': [
      {
        anchor: /^import type \{ AnyChannel \}/,
        text: `import { create${pascal}Channel } from '../plugins/channels/${slug}/${camel}Channel.ts'\n`,
      },
      {
        anchor: /^ {2}\]\n\}/,
        text: `    create${pascal}Channel({ apiUrl: env['${upper}_API_URL'] }),\n`,
      },
    ],
    'package.json': [
      {
        anchor: /^ {4}"\.\/push": \{/,
        text: `    "./channels/${slug}": {\n      "types": "${dist}.d.ts",\n      "default": "${dist}.js"\n    },\n`,
      },
    ],
    'tsconfig.build.json': [
      {
        anchor: /^ {4}"plugins\/channels\/webhook\/webhookChannel\.ts"/,
        text: `    "plugins/channels/${slug}/${camel}Channel.ts",\n`,
      },
    ],
    'README.md': [
      {
        anchor: /^\| `VAPID_PRIVATE_KEY` \|/,
        text: `| \`${upper}_API_URL\` | another address of ${title} | the official one |\n`,
      },
    ],
    'test/support/fakes.ts': [
      {
        anchor: /^export \{ amocrmReply \}/,
        text: `export {\n  FAKE_${upper}_KEY,\n  type ${pascal}Fake,\n  ${camel}Reply,\n  start${pascal}Fake,\n} from './fakes/${slug}/start${pascal}Fake.ts'\n`,
      },
    ],
    'test/support/story/startEveryService.ts': story(names),
  }
}

/** The story in which every channel gets the same order. */
function story({ pascal, slug, upper }: ChannelNames): Insertion[] {
  return [
    {
      anchor: /^import type \{ LoopbackReply, LoopbackRequest \}/,
      text: `import { FAKE_${upper}_KEY, start${pascal}Fake } from '../fakes/${slug}/start${pascal}Fake.ts'\n`,
    },
    {
      anchor: /^ {4}fcm: await startFcmFake/,
      text: `    '${slug}': await start${pascal}Fake(),\n`,
    },
    {
      anchor: /^ {6}VAPID_SUBJECT:/,
      text: `      ${upper}_API_URL: fakes['${slug}'].url,\n`,
    },
    {
      anchor: /^ {6}\{ blockType: 'web-push',/,
      text: `      { blockType: '${slug}', apiKey: FAKE_${upper}_KEY, to: email, text },\n`,
    },
    {
      anchor: /^ {6}FAKE_VAPID\.privateKey,/,
      text: `      FAKE_${upper}_KEY,\n`,
    },
  ]
}
