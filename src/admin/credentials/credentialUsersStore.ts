import type { Payload } from 'payload'
import { cache } from 'react'

import { subscriptionsUsing } from '../../credentials/credentialUsageStore.ts'

/** Who uses which credentials; one query for a whole list, because React keeps the answer for the page it renders. */
export const credentialUsers = cache((payload: Payload) => subscriptionsUsing(payload))
