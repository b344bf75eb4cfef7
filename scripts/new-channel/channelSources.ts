import type { ChannelNames } from './channelNames.ts'

/** The folder of the channel: a service that takes a message as JSON with a key in a header, to be made into the real one. */
export function channelSources(names: ChannelNames): Record<string, string> {
  const { camel, pascal, slug } = names
  const folder = `plugins/channels/${slug}`
  return {
    [`${folder}/${camel}Channel.ts`]: channel(names),
    [`${folder}/${camel}Fields.ts`]: fields(names),
    [`${folder}/${camel}Target.ts`]: target(names),
    [`${folder}/${camel}Reasons.ts`]: reasons(names),
    [`${folder}/${camel}Outcome.ts`]: outcome(names),
    [`${folder}/call${pascal}.ts`]: call(names),
    [`${folder}/deliver${pascal}.ts`]: deliver(names),
  }
}

const channel = ({ camel, pascal, slug, title }: ChannelNames): string => `import {
  type Channel,
  checkTemplates,
  connectionReport,
  cutText,
  defineChannel,
  refusedBy,
  templateScope,
} from '../../../src/index.ts'
import { call${pascal} } from './call${pascal}.ts'
import { deliver${pascal} } from './deliver${pascal}.ts'
import { ${camel}Fields } from './${camel}Fields.ts'
import { ${camel}Reasons } from './${camel}Reasons.ts'
import { type ${pascal}Target, ${camel}Target } from './${camel}Target.ts'

/** Sends messages through ${title}. @param options.apiUrl a proxy or a fake; the service's own address without it */
export function create${pascal}Channel({
  apiUrl,
}: { apiUrl?: string | undefined } = {}): Channel<${pascal}Target> {
  return defineChannel<${pascal}Target>({
    slug: '${slug}',
    label: { en: '${title}', ru: 'Канал ${title}' },
    description: { en: 'Sends a message.', ru: 'Отправляет сообщение.' },
    fields: ${camel}Fields,
    target: ${camel}Target,
    validate: async ({ text, to }, { templates }) => checkTemplates(templates, { to, text }),
    describeTarget: ({ to }) => \`${title}: \${cutText(to, 80)}\`.replaceAll(/\\s+/g, ' '),
    reasons: ${camel}Reasons,
    capabilities: { text: true },
    testConnection: async (input) => {
      const attempt = await call${pascal}(input, apiUrl, 'me').catch(refusedBy)
      return connectionReport(attempt, '${title}')
    },
    preview: async ({ event, target, templates }) => ({
      to: await templates.render(target.to, templateScope(event)),
      text: await templates.render(target.text, templateScope(event)),
    }),
    deliver: (input) => deliver${pascal}(input, apiUrl),
  })
}
`

const fields = ({
  camel,
}: ChannelNames): string => `import type { ChannelField } from '../../../src/index.ts'

/** The form of a message, in the order a person fills it in. */
export const ${camel}Fields: readonly ChannelField[] = [
  {
    name: 'apiKey',
    type: 'text',
    isSecret: true,
    isCredential: true,
    label: { en: 'API key', ru: 'Ключ API' },
  },
  {
    name: 'to',
    type: 'text',
    isRequired: true,
    label: { en: 'To', ru: 'Кому' },
    description: { en: 'Such as {{ data.current.email }}', ru: 'Например {{ data.current.email }}' },
  },
  {
    name: 'text',
    messagePart: 'text',
    type: 'textarea',
    isRequired: true,
    label: { en: 'Text', ru: 'Текст' },
  },
]
`

const target = ({ camel, pascal }: ChannelNames): string => `import * as z from 'zod'

/** What the form holds, without the key. Texts are Liquid templates. */
export const ${camel}Target = z.object({
  to: z.string().trim().min(1).max(2048),
  text: z.string().min(1).max(65_536),
})

/** A parsed form. */
export type ${pascal}Target = z.output<typeof ${camel}Target>
`

const reasons = ({
  camel,
  title,
  upper,
}: ChannelNames): string => `/** Why a message was not sent. */
export const ${camel}Reasons = {
  unclear: {
    en: '${title} gave no answer that can be used ({status})',
    ru: '${title} не дал понятного ответа ({status})',
  },
  key: { en: '${title} does not accept the key: {detail}', ru: '${title} не принимает ключ: {detail}' },
  refused: { en: '${title} refused it: {detail}', ru: '${title} отказал: {detail}' },
  FLOW_${upper}_KEY_MISSING: { en: 'no key of ${title} is set.', ru: 'не задан ключ ${title}.' },
} as const
`

const outcome = ({ camel, upper }: ChannelNames): string => `import * as z from 'zod'

import {
  type Attempt,
  createReasons,
  parseRetryAfter,
  quoteOf,
  type ServiceAnswer,
} from '../../../src/index.ts'
import { ${camel}Reasons } from './${camel}Reasons.ts'

const because = createReasons(${camel}Reasons)
const taken = z.object({ ok: z.literal(true), id: z.string().optional() })
const refused = z.object({ ok: z.literal(false), error: z.string() })

/** What an answer means: a failure may come with 200 too. */
export function ${camel}Outcome(
  { exchange, headers, json, status }: Extract<ServiceAnswer, { isAnswer: true }>,
  { key, now }: { key: string; now: number },
): Attempt {
  const done = taken.safeParse(json)
  if (status === 200 && done.success) {
    const receipt = done.data.id === undefined ? {} : { id: done.data.id }
    return { outcome: 'delivered', code: '${upper}_OK', receipt, exchange }
  }
  const failure = refused.safeParse(json)
  if (failure.success && status < 500 && status !== 429) {
    const detail = quoteOf(failure.data.error, [key])
    const said = because(status === 401 || status === 403 ? 'key' : 'refused', { detail })
    return { outcome: 'rejected', code: \`${upper}_\${status}\`, ...said, exchange }
  }
  const retryAfterMs = parseRetryAfter(headers['retry-after'], now)
  const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
  const said = because('unclear', { status })
  return { outcome: 'unavailable', code: \`${upper}_\${status}\`, ...said, ...hint, exchange }
}
`

const call = ({
  camel,
  pascal,
  title,
  upper,
}: ChannelNames): string => `import { type Attempt, callService, type DeliverInput, FlowError, type JsonObject } from '../../../src/index.ts'
import { ${camel}Outcome } from './${camel}Outcome.ts'

/** The address of the service: write the real one. */
const API_URL = 'https://api.example.com'

type Tools = Pick<DeliverInput<unknown>, 'http' | 'now' | 'secrets' | 'signal'>

/** One call: with JSON a POST, without it a GET. @throws FlowError FLOW_${upper}_KEY_MISSING */
export async function call${pascal}(
  { http, now, secrets, signal }: Tools,
  apiUrl: string | undefined,
  method: string,
  json?: JsonObject,
): Promise<Attempt> {
  const key = (secrets['apiKey'] ?? '').trim()
  if (key === '') {
    const message = 'no key of ${title} is set.'
    const details = { field: 'apiKey' }
    throw new FlowError({ code: 'FLOW_${upper}_KEY_MISSING', message, details, status: 400 })
  }
  const answer = await callService({
    ...{ http, signal, url: \`\${(apiUrl || API_URL).replace(/\\/+$/, '')}/\${method}\` },
    ...(json === undefined ? { method: 'GET' as const } : { json }),
    headers: { authorization: \`Bearer \${key}\` },
    confidential: [key],
  })
  return answer.isAnswer ? ${camel}Outcome(answer, { key, now: now() }) : answer.attempt
}
`

const deliver = ({
  camel,
  pascal,
}: ChannelNames): string => `import { type Attempt, type DeliverInput, refusedBy, templateScope } from '../../../src/index.ts'
import { call${pascal} } from './call${pascal}.ts'
import type { ${pascal}Target } from './${camel}Target.ts'

/** One try: render, send, judge the answer. A template that fails is final. */
export async function deliver${pascal}(
  input: DeliverInput<${pascal}Target>,
  apiUrl: string | undefined,
): Promise<Attempt> {
  const { event, idempotencyKey: id, target, templates } = input
  try {
    const to = await templates.render(target.to, templateScope(event))
    const text = await templates.render(target.text, templateScope(event))
    return await call${pascal}(input, apiUrl, 'messages', { id, to, text })
  } catch (error) {
    return refusedBy(error)
  }
}
`
