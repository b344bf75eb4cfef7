import type { Payload } from 'payload'

import { consoleLogger } from '../src/app-server/consoleLogger.ts'
import { sqlOfRequest } from '../src/database/requestSqlStore.ts'
import { defaultBreakerSettings } from '../src/pace/breaker.ts'
import { startWorker } from '../src/plugin/startWorker.ts'
import { endSubscriptions } from './areas/endSubscriptions.ts'
import { seedBilling } from './areas/seedBilling.ts'
import { seedBookings } from './areas/seedBookings.ts'
import { seedCampaigns } from './areas/seedCampaigns.ts'
import { seedCarts } from './areas/seedCarts.ts'
import { seedCatalogue } from './areas/seedCatalogue.ts'
import { seedContent } from './areas/seedContent.ts'
import { seedCourses } from './areas/seedCourses.ts'
import { seedForms } from './areas/seedForms.ts'
import { seedLeads } from './areas/seedLeads.ts'
import { seedNewsletter } from './areas/seedNewsletter.ts'
import { seedOrders } from './areas/seedOrders.ts'
import { type StaffAccess, seedPeople } from './areas/seedPeople.ts'
import { seedProjects } from './areas/seedProjects.ts'
import { seedReviews } from './areas/seedReviews.ts'
import { seedStudents } from './areas/seedStudents.ts'
import { seedSubscriptions } from './areas/seedSubscriptions.ts'
import type { SeedContext } from './seedContext.ts'
import { backdateDocuments } from './support/backdateDocuments.ts'
import { backdateEvents } from './support/backdateEvents.ts'
import { createMoments } from './support/createMoments.ts'
import type { Harvest } from './support/createHarvest.ts'
import { createPlanter } from './support/createPlanter.ts'
import type { Timeline } from './support/createTimeline.ts'
import { refuseForeignShop } from './support/refuseForeignShop.ts'
import { openSeedBook } from './support/seedBook.ts'
import { standingIds } from './support/standingIds.ts'
import { waitUntilDelivered } from './support/waitUntilDelivered.ts'

/** What seeding needs. */
export type SeedOptions = {
  /** Its engine must tell the time by the timeline's clock. */
  payload: Payload
  timeline: Timeline
  /** False when a mail server is set: then nothing that writes letters is switched on. */
  isMailKept: boolean
  /** Seed a database that holds somebody's work already. @default false */
  isForced?: boolean
  say?: (line: string) => void
}

/** What came of it. */
export type SeedResult = Harvest & {
  /** Accounts of the team that were made now. */
  access: StaffAccess[]
  /** False when events of the seed still wait for a worker. */
  isDelivered: boolean
}

const areas: readonly (readonly [string, (context: SeedContext) => Promise<void>])[] = [
  ['subscriptions of events', seedSubscriptions],
  ['products', seedCatalogue],
  ['courses', seedCourses],
  ['orders', seedOrders],
  ['carts', seedCarts],
  ['reviews', seedReviews],
  ['students', seedStudents],
  ['paid subscriptions', seedBilling],
  ['newsletter', seedNewsletter],
  ['campaigns', seedCampaigns],
  ['leads', seedLeads],
  ['forms', seedForms],
  ['projects', seedProjects],
  ['posts', seedContent],
  ['bookings', seedBookings],
]

/**
 * Fills the database with a coffee shop, its school and its newsletter, a month old: documents through the same hooks as
 * everybody's, events and deliveries through the engine. What stands already stays as it is.
 * @throws FlowError FLOW_SEED_FOREIGN_DATA
 */
export async function seedShop(options: SeedOptions): Promise<SeedResult> {
  const { isForced = false, isMailKept, payload, say = () => {}, timeline } = options
  const sql = await sqlOfRequest(payload)
  const startedAt = await databaseTime(payload)
  const book = await openSeedBook(payload, sql, Date.parse(startedAt), async () => {
    if (!isForced) await refuseForeignShop(payload)
  })
  const { harvest, planter } = createPlanter({
    payload,
    timeline,
    book,
    moments: createMoments(book.base),
    standing: await standingIds(payload, book),
  })
  say('people …')
  const { access, ...people } = await seedPeople(payload, planter)
  const context = { payload, planter, timeline, isMailKept, ...people }
  for (const [name, seed] of areas) {
    say(`${name} …`)
    await seed(context)
  }
  if (harvest.made.length === 0) return { ...harvest, access, isDelivered: true }
  say('events and deliveries …')
  const isDelivered = await deliver(payload, startedAt)
  await endSubscriptions(context)
  await backdateDocuments(payload, harvest.made)
  await backdateEvents(sql, startedAt)
  return { ...harvest, access, isDelivered }
}

/** Events are written with the database's time, so that is what tells the seed's from older ones. */
async function databaseTime(payload: Payload): Promise<string> {
  const sql = await sqlOfRequest(payload)
  const { rows } = await sql.query<{ now: Date }>('select clock_timestamp() as now')
  return new Date(rows[0]?.now ?? Date.now()).toISOString()
}

/** What fails in the history is meant to. */
const quiet = { ...consoleLogger, info: () => undefined, warn: () => undefined }

/** A month arrives at once here: no receiver is given a rest, or the broken one would keep the seed waiting. */
const breaker = { ...defaultBreakerSettings, minRequests: Number.POSITIVE_INFINITY }

/** A worker of the application may be at it as well; none is needed. */
async function deliver(payload: Payload, since: string): Promise<boolean> {
  const worker = await startWorker(payload, { role: 'seed', logger: quiet, breaker })
  try {
    return await waitUntilDelivered(await sqlOfRequest(payload), since)
  } finally {
    await worker.stop()
  }
}
