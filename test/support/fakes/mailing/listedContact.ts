import type { LoopbackReply } from '../startLoopback.ts'

/** A contact as a service took it. */
export type ListedContact = { list: string; email: string; fields: Record<string, unknown> }

/** The accounts and lists that the fakes know. */
export const mailingFakeAccounts = {
  unisender: { account: '', apiKey: '6fakeKeyOfUnisender0123456789', list: '101' },
  sendpulse: { account: 'fakeClientId', apiKey: 'fakeClientSecret!0123', list: '202' },
  getresponse: { account: '', apiKey: 'fakeKeyOfGetresponse012345', list: 'p86zQ' },
} as const

/** An answer in JSON. */
export function mailingReply(status: number, body: unknown, headers = {}): LoopbackReply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: body === null ? '' : JSON.stringify(body),
  }
}
