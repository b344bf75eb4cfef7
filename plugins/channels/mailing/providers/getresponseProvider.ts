import * as z from 'zod'

import type { MailingAnswer, MailingProvider, MailingVerdict } from '../mailingProvider.ts'

const limits = z.object({ timeToReset: z.union([z.string(), z.number()]) })
const failed = z.object({
  httpStatus: z.number(),
  code: z.number(),
  message: z.string().catch(''),
  context: z.unknown().optional(),
})
const account = z.object({ accountId: z.string() })

const headersOf = (apiKey: string): Record<string, string> => ({
  'x-auth-token': `api-key ${apiKey}`,
})
/** They begin with a number of seconds, with or without the word. */
const seconds = (text: string): number => Number(/^\s*(\d{1,6})/.exec(text)?.[1] ?? Number.NaN)

/** GetResponse: takes a contact into a queue (202); one that is there already is answered 409. */
export const getresponseProvider: MailingProvider = {
  name: 'GetResponse',
  apiUrl: 'https://api.getresponse.com',
  list: /^\w{1,20}$/,
  needsAccount: false,
  add: ({ email, fields, list, name, tags }, { apiKey, apiUrl }) => ({
    url: `${apiUrl}/v3/contacts`,
    headers: headersOf(apiKey),
    json: {
      email,
      campaign: { campaignId: list },
      ...(name === '' ? {} : { name }),
      ...(tags.length === 0 ? {} : { tags: tags.map((tagId) => ({ tagId })) }),
      ...(Object.keys(fields).length === 0
        ? {}
        : {
            customFieldValues: Object.entries(fields).map(([customFieldId, value]) => ({
              customFieldId,
              value: [value].flat().map(String),
            })),
          }),
    },
  }),
  judge: (answer) => {
    if (answer.status === 202) return { kind: 'done', code: 'ACCEPTED', receipt: {} }
    const failure = failed.safeParse(answer.json)
    return failure.success ? refusal(failure.data, answer) : { kind: 'foreign' }
  },
  ask: ({ apiKey, apiUrl }) => ({
    url: `${apiUrl}/v3/accounts`,
    method: 'GET',
    headers: headersOf(apiKey),
  }),
  isAsked: ({ json, status }) => status === 200 && account.safeParse(json).success,
}

function refusal(
  { code, context, message: detail }: z.output<typeof failed>,
  { headers, status }: MailingAnswer,
): MailingVerdict {
  const named = { code: String(code), detail }
  if (status === 409) return { kind: 'done', code: String(code), receipt: {}, remark: 'already' }
  if (status === 401 || status === 403) return { kind: 'refused', reason: 'account', ...named }
  if (status === 404) return { kind: 'refused', reason: 'list', ...named }
  if (status !== 429) return { kind: 'refused', reason: 'refused', ...named }
  const said = limits.safeParse(Array.isArray(context) ? context[0] : context)
  const reset = said.success ? said.data.timeToReset : (headers['x-ratelimit-reset'] ?? '')
  const wait = seconds(String(reset))
  const waited = Number.isNaN(wait) ? {} : { waitMs: wait * 1000 }
  return { kind: 'refused', reason: 'busy', isTemporary: true, ...named, ...waited }
}
