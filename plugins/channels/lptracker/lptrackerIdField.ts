import type { LptrackerTarget } from './lptrackerTarget.ts'
import { toLptrackerNumber } from './toLptrackerNumber.ts'

/** Number of the field that holds our id; null: none does. @throws FlowError FLOW_LPTRACKER_NUMBER_INVALID */
export function lptrackerIdField({ idField }: Pick<LptrackerTarget, 'idField'>): number | null {
  return idField === null ? null : toLptrackerNumber('idField', idField)
}
