import { lptrackerError } from './lptrackerError.ts'
import type { LptrackerTarget } from './lptrackerTarget.ts'
import { toLptrackerNumber } from './toLptrackerNumber.ts'

/** Number of the field that holds our id. @throws FlowError FLOW_LPTRACKER_ID_FIELD_MISSING, FLOW_LPTRACKER_NUMBER_INVALID */
export function lptrackerIdField({
  idField,
  identity,
}: Pick<LptrackerTarget, 'idField' | 'identity'>): number | null {
  if (idField !== null) return toLptrackerNumber('idField', idField)
  if (identity === 'document') throw lptrackerError.idFieldMissing()
  return null
}
