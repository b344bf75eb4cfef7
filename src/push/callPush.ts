import type { PushBrowser } from './pushOptions.ts'

/** Calls the API as the signed-in person. Throws Error with the API's own sentence. */
export async function callPush(
  { fetch }: PushBrowser,
  url: string,
  request?: { method: 'POST' | 'DELETE'; body: object },
): Promise<unknown> {
  const response = await fetch(url, {
    credentials: 'include',
    headers: {
      accept: 'application/json',
      ...(request ? { 'content-type': 'application/json' } : {}),
    },
    ...(request ? { method: request.method, body: JSON.stringify(request.body) } : {}),
  })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer
  throw new Error(sentenceIn(answer) ?? `${response.status} ${url}`)
}

function sentenceIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('errors' in answer)) return undefined
  const [first]: unknown[] = Array.isArray(answer.errors) ? answer.errors : []
  if (typeof first !== 'object' || first === null || !('message' in first)) return undefined
  return typeof first.message === 'string' ? first.message : undefined
}
