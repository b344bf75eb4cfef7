import type { StatusMachine } from '../../statusMachine.ts'

/** The life of a lead. A lead may begin in any of these. */
export type LeadStatus = 'new' | 'in_work' | 'qualified' | 'won' | 'lost'

/** Which status of a lead may follow which. A closed lead is taken up again, never moved from won to lost directly. */
export const leadStatusMachine: StatusMachine<LeadStatus> = {
  new: ['in_work', 'qualified', 'won', 'lost'],
  in_work: ['new', 'qualified', 'won', 'lost'],
  qualified: ['in_work', 'won', 'lost'],
  won: ['in_work'],
  lost: ['in_work'],
}
