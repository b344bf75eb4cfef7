import * as z from 'zod'

import type { LoopbackReply, LoopbackRequest } from '../startLoopback.ts'
import { type ListedContact, mailingFakeAccounts, mailingReply } from './listedContact.ts'
import { putContact } from './putContact.ts'

const { apiKey, list } = mailingFakeAccounts.unisender
const form = z
  .strictObject({
    api_key: z.string(),
    list_ids: z.string().regex(/^\d+(,\d+)*$/),
    tags: z.string().optional(),
    double_optin: z.enum(['0', '3', '4']),
    overwrite: z.enum(['0', '1', '2']),
  })
  .catchall(z.string())

const failed = (code: string, error: string): LoopbackReply => mailingReply(200, { error, code })

/** UniSender as far as it is used; everything is answered with 200. */
export function answerUnisender(request: LoopbackRequest, listed: ListedContact[]): LoopbackReply {
  const { body, headers, method, path, query } = request
  if (method !== 'POST' || headers['content-type'] !== 'application/x-www-form-urlencoded')
    return failed('unspecified', 'Call to a member function getMessage() on boolean')
  const fields = Object.fromEntries(new URLSearchParams(body))
  if (query.get('format') !== 'json' || [...query.keys()].length > 1)
    return failed('invalid_arg', 'mixed GET and POST')
  if (fields['api_key'] !== apiKey) return failed('invalid_api_key', 'AG01 wrong key')
  if (path === '/ru/api/getLists')
    return mailingReply(200, { result: [{ id: 101, title: 'Клиенты' }] })
  if (path !== '/ru/api/subscribe') return failed('unknown_method', 'unknown method')
  const read = form.safeParse(fields)
  if (!read.success) return failed('invalid_arg', read.error.message)
  const { list_ids: lists, ...rest } = read.data
  if (lists !== list) return failed('invalid_arg', `List ${lists} not found`)
  putContact(listed, { list: lists, email: rest['fields[email]'] ?? '', fields: rest })
  const warnings = rest['fields[Name]'] === 'Предупредить' ? [{ warning: 'Имя сокращено' }] : []
  return mailingReply(200, { result: { person_id: 500 + listed.length }, warnings })
}
