import type { AmocrmTarget } from './amocrmTarget.ts'
import { toAmocrmNumber } from './toAmocrmNumber.ts'

/** Number of the field that holds our id; null: none does. @throws FlowError FLOW_AMOCRM_NUMBER_INVALID */
export function idFieldOf({ idField }: Pick<AmocrmTarget, 'idField'>): number | null {
  return idField === null ? null : toAmocrmNumber('idField', idField)
}
