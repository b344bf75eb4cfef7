import * as z from 'zod'

import type { MailingProvider } from '../mailingProvider.ts'

const token = z.object({ access_token: z.string().min(1) })
const failed = z.object({
  error_code: z.number().optional(),
  error: z.string().optional(),
  message: z.string().optional(),
})
const done = z.object({ result: z.literal(true) })
const books = z.array(z.unknown())

/** SendPulse: an id and a secret are changed for a token first; a failure may come with 200. */
export const sendpulseProvider: MailingProvider = {
  name: 'SendPulse',
  apiUrl: 'https://api.sendpulse.com',
  list: /^\d+$/,
  needsAccount: true,
  login: {
    call: ({ account, apiKey, apiUrl }) => ({
      url: `${apiUrl}/oauth/access_token`,
      json: { grant_type: 'client_credentials', client_id: account, client_secret: apiKey },
    }),
    judge: ({ json, status }) => {
      const read = token.safeParse(json)
      if (status === 200 && read.success) return { token: read.data.access_token }
      const { error, message } = failed.safeParse(json).data ?? {}
      const detail = message ?? error
      if (detail === undefined || status >= 500 || status === 429) return { kind: 'foreign' }
      return { kind: 'refused', code: error ?? String(status), reason: 'account', detail }
    },
  },
  add: ({ email, fields, list, name, phone }, { apiUrl }, accessToken) => ({
    url: `${apiUrl}/addressbooks/${list}/emails`,
    headers: { authorization: `Bearer ${accessToken}` },
    json: {
      emails: [
        {
          email,
          variables: {
            ...(name === '' ? {} : { name }),
            ...(phone === '' ? {} : { Phone: phone }),
            ...fields,
          },
        },
      ],
    },
  }),
  judge: ({ json, status }) => {
    if (status === 200 && done.safeParse(json).success) {
      return { kind: 'done', code: 'OK', receipt: {} }
    }
    const { error, error_code: code, message } = failed.safeParse(json).data ?? {}
    const detail = message ?? error
    if (detail === undefined && code === undefined) return { kind: 'foreign' }
    const reason = status === 401 || status === 403 ? 'account' : 'refused'
    return { kind: 'refused', code: String(code ?? status), reason, detail: detail ?? String(code) }
  },
  ask: ({ apiUrl }, accessToken) => ({
    url: `${apiUrl}/addressbooks?limit=1`,
    method: 'GET',
    headers: { authorization: `Bearer ${accessToken}` },
  }),
  isAsked: ({ json, status }) => status === 200 && books.safeParse(json).success,
}
