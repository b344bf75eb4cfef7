import type { Sql } from '../../../src/kernel/sql.ts'
import type { Commit } from './childProcess.ts'
import type { Arrival } from './sink.ts'

/** What the tables and the receiver, held against each other, say. */
export type Audit = {
  events: number
  lost: string[]
  ghosts: string[]
  /** Arrivals beyond the tries on record. */
  duplicates: number
  /** Saves that Payload reported and that the database does not have, with no event either. */
  vanished: number
  problems: string[]
}

type DeliveryRow = {
  id: string
  event: string
  name: string
  status: string
  finished: number
  attempts: number
}
type EventRow = { id: string; type: string; document: string; status: string }

/** Which subscription wants which event; the names are those of the suite's subscriptions. */
const wanted = (type: string): string[] => (type === 'order.created' ? ['all', 'created'] : ['all'])
const meantBy = (status: string): string[] =>
  status === 'paid' ? ['order.created', 'order.paid', 'order.status_changed'] : ['order.created']

const list = (found: readonly string[]): string => [...found].sort().join(' ')

/** Every document has exactly its events, every event exactly its deliveries, every delivery arrived, and nothing else did. */
export async function audit(
  sql: Sql,
  {
    arrivals,
    commits,
    poisoned,
  }: {
    arrivals: readonly Arrival[]
    commits: readonly Commit[]
    /** The order whose deliveries must have been set aside. */
    poisoned?: string | undefined
  },
): Promise<Audit> {
  const tables = await readTables(sql)
  const { deliveries, events, orders } = tables
  const { ghosts, lost } = auditTables(tables)
  const problems: string[] = []
  const poisonedEvents = new Set(
    poisoned === undefined
      ? []
      : events.filter(({ document }) => document === poisoned).map(({ id }) => id),
  )
  const arrivalsOf = groupBy(arrivals, (arrival) => arrival.deliveryId)
  let duplicates = 0
  for (const delivery of deliveries) {
    const came = arrivalsOf.get(delivery.id) ?? []
    arrivalsOf.delete(delivery.id)
    const expected = poisonedEvents.has(delivery.event) ? 'poisoned' : 'delivered'
    problems.push(...faultsOf(delivery, came, expected))
    if (expected === 'delivered' && came.length === 0) lost.push(`${delivery.id} never arrived`)
    duplicates += Math.max(0, came.length - delivery.attempts)
  }
  for (const id of arrivalsOf.keys()) ghosts.push(`${id} arrived and is in no table`)
  const vanished = vanishedOf(commits, orders)
  return { events: events.length, lost, ghosts, duplicates, problems, vanished }
}

type Tables = { orders: Map<string, string>; events: EventRow[]; deliveries: DeliveryRow[] }

/** Orders against events, and events against deliveries. */
function auditTables({ deliveries, events, orders }: Tables): { lost: string[]; ghosts: string[] } {
  const lost: string[] = []
  const ghosts: string[] = []
  const eventsOf = groupBy(events, (event) => event.document)
  for (const [id, status] of orders) {
    const found = list((eventsOf.get(id) ?? []).map(({ type }) => type))
    if (found !== list(meantBy(status))) {
      lost.push(`order ${id} (${status}) has events [${found}]`)
    }
  }
  const deliveriesOf = groupBy(deliveries, (delivery) => delivery.event)
  const known = new Set(deliveries.map(({ id }) => id))
  for (const { document, id, type } of events) {
    // What the engine tells of its own deliveries, such as a fourth failure; nobody subscribes to it here.
    if (type.startsWith('delivery.')) {
      if (!known.has(document)) ghosts.push(`event ${id} of no delivery ${document}`)
      continue
    }
    if (!orders.has(document)) ghosts.push(`event ${id} of no order ${document}`)
    const found = list((deliveriesOf.get(id) ?? []).map(({ name }) => name))
    if (found !== list(wanted(type))) lost.push(`event ${id} went to [${found}]`)
  }
  return { lost, ghosts }
}

function faultsOf(delivery: DeliveryRow, came: readonly Arrival[], expected: string): string[] {
  const { attempts, event, finished, id, status } = delivery
  const faults: string[] = []
  if (status !== expected) faults.push(`${id} is ${status}, not ${expected}`)
  if (finished !== attempts) faults.push(`${id}: ${finished} tries counted, ${attempts} on record`)
  if (came.some(({ eventId }) => eventId !== event)) faults.push(`${id} came with another event`)
  return faults
}

function vanishedOf(commits: readonly Commit[], orders: ReadonlyMap<string, string>): number {
  return commits.filter(({ documentId, isPaid }) =>
    isPaid ? orders.get(documentId) !== 'paid' : !orders.has(documentId),
  ).length
}

async function readTables(sql: Sql): Promise<Tables> {
  const orders = await sql.query<{ id: string; status: string }>(
    'SELECT id::text, status::text FROM orders',
  )
  const events = await sql.query<EventRow>(
    'SELECT id, type, document_id AS document, status::text FROM event_logs',
  )
  const deliveries = await sql.query<DeliveryRow>(
    `SELECT d.id, d.event, d.subscription_name AS name, d.status::text, d.attempts_finished::int AS finished,
       (SELECT count(*)::int FROM event_attempts a WHERE a.delivery = d.id) AS attempts
     FROM event_deliveries d`,
  )
  return {
    orders: new Map(orders.rows.map(({ id, status }) => [id, status])),
    events: events.rows,
    deliveries: deliveries.rows,
  }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
