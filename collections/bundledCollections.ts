import type { CollectionConfig } from 'payload'

import { commerceCollections } from './commerce/commerceCollections.ts'
import { educationCollections } from './education/educationCollections.ts'
import { billingCollections } from './billing/billingCollections.ts'
import type { PaymentIntakeOptions } from './billing/intake/paymentIntakeOptions.ts'
import { marketingCollections } from './marketing/marketingCollections.ts'
import { crmCollections } from './crm/crmCollections.ts'
import { projectsCollections } from './projects/projectsCollections.ts'
import { contentCollections } from './content/contentCollections.ts'
import { bookingsCollections } from './bookings/bookingsCollections.ts'
import { createMedia } from './media/Media.ts'
import { Users } from './users/Users.ts'
import { withDateFormat } from './withDateFormat.ts'
import { withRequiredRelations } from './withRequiredRelations.ts'

type BundledOptions = {
  mediaDir: string
  /** Whose payment notifications are believed. @default nobody's */
  payments?: PaymentIntakeOptions | undefined
}

/** Every collection of the application, in the order of the admin's menu. */
export function bundledCollections({ mediaDir, payments }: BundledOptions): CollectionConfig[] {
  return [
    ...commerceCollections,
    ...educationCollections,
    ...billingCollections(payments),
    ...marketingCollections,
    ...crmCollections,
    ...projectsCollections,
    ...contentCollections,
    ...bookingsCollections,
    createMedia({ dir: mediaDir }),
    Users,
  ].map((collection) => withRequiredRelations(withDateFormat(collection)))
}
