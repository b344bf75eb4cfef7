import type { Payload } from 'payload'

import { FlowError } from '../../src/kernel/flowError.ts'

/** What a shop that somebody works with has. */
const telling = ['orders', 'products', 'leads', 'course-enrollments', 'newsletter-subscribers']

/**
 * Made-up customers do not belong among real ones: refuses a database that was never seeded and has a business in it.
 * @throws FlowError FLOW_SEED_FOREIGN_DATA
 */
export async function refuseForeignShop(payload: Payload): Promise<void> {
  for (const collection of telling) {
    const { totalDocs } = await payload.count({ collection })
    if (totalDocs === 0) continue
    throw new FlowError({
      code: 'FLOW_SEED_FOREIGN_DATA',
      message: `This database holds somebody's work already: ${totalDocs} documents in "${collection}".`,
      hint: 'Seed another database, or add --yes if made-up customers and orders may stand among these.',
    })
  }
}
