import { isRecord } from '../../../src/kernel/isRecord.ts'
import type { World } from './world.ts'

/** Calls the REST API as the signed-in administrator. */
export async function rest(
  { baseUrl, context }: World,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  data?: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await context.request.fetch(`${baseUrl}${path}`, {
    method,
    ...(data === undefined ? {} : { data }),
  })
  const body: unknown = await response.json().catch(() => null)
  return { status: response.status(), body: isRecord(body) ? body : {} }
}

/** The id of the document a POST has created; throws with the answer otherwise. */
export async function created(world: World, path: string, data: unknown): Promise<string> {
  const { body, status } = await rest(world, 'POST', path, data)
  const { doc } = body
  if (status === 201 && isRecord(doc)) return String(doc['id'])
  throw new Error(`POST ${path}: ${status} ${JSON.stringify(body)}`)
}
