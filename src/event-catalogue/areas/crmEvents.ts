import { leadCreated } from '../events/leads/leadCreated.ts'
import { formSubmitted } from '../events/forms/formSubmitted.ts'

/** Leads and forms. */
export const crmEvents = [leadCreated, formSubmitted] as const
