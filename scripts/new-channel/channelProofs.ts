import type { ChannelNames } from './channelNames.ts'

/** What proves the channel and tells people of it: the fake of its service, the contract suite, the page. */
export function channelProofs(names: ChannelNames): Record<string, string> {
  const { camel, pascal, slug } = names
  return {
    [`test/support/fakes/${slug}/start${pascal}Fake.ts`]: fake(names),
    [`test/contracts/${slug}/${camel}Contract.test.ts`]: contract(names),
    [`docs/channels/${slug}.md`]: page(names),
  }
}

const fake = ({ camel, pascal, title, upper }: ChannelNames): string => `import * as z from 'zod'

import {
  type Loopback,
  type LoopbackReply,
  type LoopbackRequest,
  startLoopback,
} from '../startLoopback.ts'

/** The key that the fake knows. */
export const FAKE_${upper}_KEY = 'fakeKeyOf${pascal}0123456789'

const message = z.strictObject({
  to: z.string().min(1),
  text: z.string().min(1),
  id: z.string().min(1),
})

export type ${pascal}Fake = Pick<Loopback, 'url' | 'requests' | 'close'> & {
  messages: z.output<typeof message>[]
}

/** An answer in JSON. */
export function ${camel}Reply(status: number, body: unknown, headers = {}): LoopbackReply {
  const json = { 'content-type': 'application/json', ...headers }
  return { status, headers: json, body: JSON.stringify(body) }
}

/** ${title} on this machine, as far as it is used; \`script\` answers instead when it returns anything but undefined. */
export async function start${pascal}Fake(
  script: (request: LoopbackRequest) => LoopbackReply | undefined = () => undefined,
): Promise<${pascal}Fake> {
  const messages: z.output<typeof message>[] = []
  const { close, requests, url } = await startLoopback((request) => {
    const scripted = script(request)
    return scripted === undefined ? answer(request, messages) : scripted
  })
  return { url, requests, close, messages }
}

function answer(
  { headers, json, method, path }: LoopbackRequest,
  messages: z.output<typeof message>[],
): LoopbackReply {
  if (headers.authorization !== \`Bearer \${FAKE_${upper}_KEY}\`) {
    return ${camel}Reply(401, { ok: false, error: 'unknown key' })
  }
  if (method === 'GET' && path === '/me') return ${camel}Reply(200, { ok: true })
  if (method !== 'POST' || path !== '/messages') {
    return ${camel}Reply(404, { ok: false, error: 'unknown method' })
  }
  const read = message.safeParse(json)
  if (!read.success) return ${camel}Reply(200, { ok: false, error: read.error.message })
  messages.push(read.data)
  return ${camel}Reply(200, { ok: true, id: String(messages.length) })
}
`

const contract = ({
  camel,
  pascal,
  slug,
  upper,
}: ChannelNames): string => `import { describe, test } from '@jest/globals'

import { create${pascal}Channel } from '../../../plugins/channels/${slug}/${camel}Channel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import {
  FAKE_${upper}_KEY,
  ${camel}Reply,
  start${pascal}Fake,
} from '../../support/fakes/${slug}/start${pascal}Fake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'

let apiUrl = ''
const channel = create${pascal}Channel()

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: ${camel}Reply(401, { ok: false, error: \`unknown key \${FAKE_${upper}_KEY}\` }),
  busy: ${camel}Reply(429, {}),
  busyWithHint: ${camel}Reply(429, {}, { 'retry-after': '7' }),
  broken: { status: 502, body: '<html>Bad gateway' },
  hangs: null,
  answersGarbage: { status: 200, body: \`<html>\\u0000 \${FAKE_${upper}_KEY}</html>\` },
  failsInsideSuccess: ${camel}Reply(200, { ok: false, error: 'no' }),
  answersHugely: { status: 200, body: \`\${JSON.stringify({ ok: true })}\${' '.repeat(2_000_000)}\` },
}

channelContract({
  // Where the service is gets known with the fake's port.
  channel: { ...channel, deliver: (input) => create${pascal}Channel({ apiUrl }).deliver(input) },
  describe,
  test,
  arrange: async (situation) => {
    const fake = await start${pascal}Fake(() => answers[situation])
    apiUrl = fake.url
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: channel.target.parse({ to: 'anna@example.com', text: 'Заказ' }),
      secrets: { apiKey: FAKE_${upper}_KEY },
      receivedKeys: () => fake.messages.map(({ id }) => id),
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
`

const page = ({ title, upper }: ChannelNames): string => `# ${title}

Sends a message through ${title}.

## What it needs

A key: write where people find it.

| variable | |
|---|---|
| \`${upper}_API_URL\` | another address: a proxy or a fake |

## The form

| field | |
|---|---|
| \`apiKey\` | the key; a secret |
| \`to\` | whom the message is for; required |
| \`text\` | template of the message; required |

The delivery's id goes along as \`id\`, the same on every try.

## Answers

| answer | what happens |
|---|---|
| 200 \`{"ok":true}\` | delivered |
| \`{"ok":false,"error":"…"}\`, also under 200 | final |
| 429 | tried again, after \`Retry-After\` if there is one |
| 5xx | tried again |
| anything that is not the API's JSON | tried again: a proxy or a wall answered |

"Test connection" asks for \`/me\`. Nothing is sent.

## Facts checked

- Write where each fact above is from, and what is not confirmed.
`
