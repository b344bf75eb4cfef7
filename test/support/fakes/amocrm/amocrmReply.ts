import type { LoopbackReply } from '../startLoopback.ts'

type Reply = Extract<LoopbackReply, { status: number }>

/** Answers as amoCRM writes them. */
export const amocrmReply = {
  done: (json: unknown): Reply => ({
    status: 200,
    headers: { 'content-type': 'application/hal+json' },
    body: JSON.stringify(json),
  }),
  /** A list without rows. */
  empty: (): Reply => ({ status: 204, body: '' }),
  problem: (status: number, title: string, detail: string, headers = {}): Reply => ({
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify({ title, type: `https://httpstatus.es/${status}`, status, detail }),
  }),
  /** What is wrong with single fields. */
  invalid: (path: string, code: string, detail: string, requestId = '0', status = 400): Reply => ({
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({
      'validation-errors': [{ request_id: requestId, errors: [{ code, path, detail }] }],
      title: 'Bad Request',
      type: 'https://httpstatus.es/400',
      status: 400,
      detail: 'Request validation failed',
    }),
  }),
  /** No JSON: it comes from what stands before the API. */
  tooMany: (headers = {}): Reply => ({ status: 429, headers, body: 'Too many requests' }),
}
