import { billingEvents } from './areas/billingEvents.ts'
import { bookingsEvents } from './areas/bookingsEvents.ts'
import { commerceEvents } from './areas/commerceEvents.ts'
import { contentEvents } from './areas/contentEvents.ts'
import { crmEvents } from './areas/crmEvents.ts'
import { educationEvents } from './areas/educationEvents.ts'
import { marketingEvents } from './areas/marketingEvents.ts'
import { operationsEvents } from './areas/operationsEvents.ts'
import { projectsEvents } from './areas/projectsEvents.ts'
import { usersEvents } from './areas/usersEvents.ts'
import { defineCatalogue } from './defineCatalogue.ts'

/** Every type of event that the bundled collections and the engine itself emit. */
export const bundledCatalogue = defineCatalogue([
  ...usersEvents,
  ...commerceEvents,
  ...educationEvents,
  ...billingEvents,
  ...marketingEvents,
  ...crmEvents,
  ...projectsEvents,
  ...contentEvents,
  ...bookingsEvents,
  ...operationsEvents,
])
