import * as z from 'zod'

import type { MailingProvider, MailingVerdict } from '../mailingProvider.ts'

const failed = z.object({ error: z.string(), code: z.string().catch('unspecified') })
const subscribed = z.object({
  result: z.object({ person_id: z.union([z.number(), z.string()]).transform(String) }),
  warnings: z.array(z.object({ warning: z.string() })).catch([]),
})
const lists = z.object({ result: z.array(z.unknown()) })

const reasons: Readonly<Record<string, Extract<MailingVerdict, { kind: 'refused' }>['reason']>> = {
  invalid_api_key: 'account',
  access_denied: 'account',
  not_enough_money: 'money',
}
const isTemporary = (code: string): boolean => /^(retry_later$|api_call_limit_exceeded)/.test(code)

/** UniSender: everything is answered with 200, failures as `error` and `code`. */
export const unisenderProvider: MailingProvider = {
  name: 'UniSender',
  apiUrl: 'https://api.unisender.com',
  list: /^\d+(\s*,\s*\d+)*$/,
  needsAccount: false,
  add: (contact, { apiKey, apiUrl }) => ({
    url: `${apiUrl}/ru/api/subscribe?format=json`,
    form: {
      api_key: apiKey,
      list_ids: contact.list.replaceAll(/\s/g, ''),
      'fields[email]': contact.email,
      ...(contact.phone === '' ? {} : { 'fields[phone]': contact.phone }),
      ...(contact.name === '' ? {} : { 'fields[Name]': contact.name }),
      ...Object.fromEntries(
        Object.entries(contact.fields).map(([name, value]) => [
          `fields[${name}]`,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      ),
      ...(contact.tags.length === 0 ? {} : { tags: contact.tags.join(',') }),
      // 3 adds at once, 0 asks the person by a letter; 2 changes what is given and keeps the rest.
      double_optin: contact.isConfirmed ? '3' : '0',
      overwrite: '2',
    },
  }),
  judge: ({ json }) => {
    const failure = failed.safeParse(json)
    if (failure.success) {
      const { code, error } = failure.data
      if (isTemporary(code)) {
        const wait = { isTemporary: true, waitMs: 60_000 }
        return { kind: 'refused', code, reason: 'busy', detail: error, ...wait }
      }
      return { kind: 'refused', code, reason: reasons[code] ?? 'refused', detail: error }
    }
    const success = subscribed.safeParse(json)
    if (!success.success) return { kind: 'foreign' }
    const { result, warnings } = success.data
    const detail = warnings.map(({ warning }) => warning).join('; ')
    const remark = detail === '' ? {} : { remark: 'warned' as const, detail }
    return { kind: 'done', code: 'OK', receipt: { personId: result.person_id }, ...remark }
  },
  ask: ({ apiKey, apiUrl }) => ({
    url: `${apiUrl}/ru/api/getLists?format=json`,
    form: { api_key: apiKey },
  }),
  isAsked: ({ json }) => lists.safeParse(json).success,
}
