import type { Stage } from '../day/step.ts'
import type { Log } from './logRows.ts'

/** Reads the whole log through the REST API. Events come in the order in which they were written. */
export async function readLog({ api, staff }: Stage): Promise<Log> {
  const list = async <Row>(collection: string): Promise<Row[]> => {
    const rows: Row[] = []
    for (let page = 1; ; page += 1) {
      const path = `/${collection}?sort=id&depth=0&limit=100&page=${page}`
      const { body } = await api.call('GET', path, undefined, { as: staff() })
      rows.push(...(body['docs'] as Row[]))
      if (body['hasNextPage'] !== true) return rows
    }
  }
  return {
    events: await list('event-logs'),
    deliveries: await list('event-deliveries'),
    attempts: await list('event-attempts'),
  }
}
