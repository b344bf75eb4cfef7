import type { Stage } from '../day/step.ts'

/** `totals` of `GET /api/events/stats`. */
export async function readStats({ api, staff }: Stage): Promise<Record<string, unknown>> {
  const { body } = await api.call('GET', '/events/stats', undefined, { as: staff() })
  return body['totals'] as Record<string, unknown>
}
