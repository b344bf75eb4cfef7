import type { CollectionConfig } from 'payload'

import { Forms } from './Forms.ts'
import { FormSubmissions } from './FormSubmissions.ts'
import { Leads } from './Leads.ts'

/** Leads and forms. */
export const crmCollections: CollectionConfig[] = [Leads, Forms, FormSubmissions]
